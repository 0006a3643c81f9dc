import { PollWire, SocketWire } from './wires.js';

const LONGEST_WAIT = 30;
const WELCOME = 8;
const ACK = 15;
/** The server pings every 25 s; after two missed pings the line is dead, whatever the browser believes. */
const SILENCE = 70;

const jittered = (seconds) => seconds * (0.5 + Math.random() / 2);

/**
 * Keeps a line to the server as long as there is something to say or to hear, and gets every message across once: it stays in memory
 * until the server has acknowledged it, and goes out again under the same id. One message is under way at a time, so that the order
 * holds whatever fails.
 */
export class Link {
  #base;
  #language;
  #memory;
  #on;
  #wire = null;
  #isWelcome = false;
  #queue;
  #underway = null;
  #token = null;
  #lastReply = 0;
  #failures = 0;
  #refusals = 0;
  #retry = 0;
  #pause = 0;
  #guard = 0;
  #heard = 0;
  #greeted = null;
  #blocked = 0;

  /** @param on receives welcome(history), frame(frame), sent(id), refused(frame, reason, text), ended(text), state(name, text) */
  constructor(base, language, memory, on) {
    this.#base = base;
    this.#language = language;
    this.#memory = memory;
    this.#on = on;
    this.#queue = memory.unsent();
    memory.onTokenChange(() => this.#tokenChanged());
    window.addEventListener('online', () => this.#wake());
    document.addEventListener('visibilitychange', () => document.hidden || this.#wake());
    setInterval(() => this.#listen(), 5000);
  }

  /** Connects if the visitor has been here before, or left something unsent. A newcomer costs the server nothing. */
  start() {
    if (this.#memory.token || this.#queue.length) this.#connect();
  }

  unsent() {
    return this.#queue;
  }

  /** Sends a frame with an id until it is acknowledged. */
  submit(frame) {
    this.#queue.push(frame);
    this.#memory.keep(frame);
    if (this.#isWelcome) this.#next();
    else this.#wake();
  }

  seen(message) {
    if (this.#isWelcome) this.#wire.send({ type: 'seen', message });
  }

  /** The newest reply that is shown: where to go on after a break. */
  holds(message) {
    this.#lastReply = Math.max(this.#lastReply, message);
  }

  /** The message got across by another way: another tab, or an acknowledgement that was lost. */
  settle(id) {
    this.#memory.drop(id);
    this.#queue = this.#queue.filter((frame) => frame.id !== id);
  }

  #connect() {
    if (this.#wire) return;
    clearTimeout(this.#retry);
    this.#retry = 0;
    const Wire = this.#memory.polls ? PollWire : SocketWire;
    const wire = new Wire(this.#base, {
      opened: () => this.#hello(),
      frame: (frame) => this.#wire === wire && this.#frame(frame),
      closed: (code) => this.#wire === wire && this.#lost(code),
    });
    this.#wire = wire;
    this.#expect(WELCOME);
    if (this.#failures < 2) this.#on.state('connecting');
  }

  /** Newcomers' tabs take turns, so that two that open together get one session. */
  #hello() {
    const wire = this.#wire;
    const greet = () => {
      if (this.#wire !== wire) return undefined;
      this.#token = this.#memory.token;
      wire.send({ type: 'hello', token: this.#token ?? undefined, lastSeen: this.#lastReply, language: this.#language });
      return this.#token ? undefined : new Promise((resolve) => (this.#greeted = resolve));
    };
    if (this.#memory.token || !navigator.locks) greet();
    else navigator.locks.request(`otklik ${this.#base}`, { signal: AbortSignal.timeout(3000) }, greet).catch(greet);
  }

  #frame(frame) {
    this.#heard = Date.now();
    switch (frame.type) {
      case 'welcome':
        return this.#welcome(frame);
      case 'ack':
        return this.#acknowledged(frame);
      case 'nack':
        return this.#refused(frame);
      case 'ping':
        return this.#wire.send({ type: 'pong' });
      case 'error':
        return this.#failed(frame);
      default:
        return this.#on.frame(frame);
    }
  }

  #welcome({ token, history }) {
    this.#isWelcome = true;
    this.#failures = 0;
    this.#blocked = 0;
    this.#token = token;
    this.#memory.token = token;
    this.#release();
    this.#expect(0);
    this.#on.state('open');
    this.#on.welcome(history);
    this.#next();
  }

  #release() {
    this.#greeted?.();
    this.#greeted = null;
  }

  #next() {
    if (this.#underway || this.#pause || !this.#queue.length) return;
    this.#underway = this.#queue[0];
    const { at, label, turn, ...frame } = this.#underway;
    this.#wire.send(frame);
    this.#expect(ACK);
  }

  #acknowledged({ id }) {
    this.#done(id);
    if (this.#refusals) this.#on.state('open');
    this.#refusals = 0;
    this.#on.sent(id);
    this.#next();
  }

  #done(id) {
    this.settle(id);
    if (this.#underway?.id === id) {
      this.#underway = null;
      this.#expect(0);
    }
  }

  #refused({ id, reason, text, after }) {
    const frame = this.#queue.find((queued) => queued.id === id);
    this.#underway = null;
    this.#expect(0);
    if (!frame) return;
    if (reason === 'too-long') {
      this.settle(id);
      this.#on.refused(frame, text);
      this.#next();
      return;
    }
    const wait = after ?? Math.min(LONGEST_WAIT, 2 * 2 ** this.#refusals);
    this.#refusals += 1;
    this.#on.state('held', text);
    this.#pause = setTimeout(() => {
      this.#pause = 0;
      if (this.#isWelcome) this.#next();
    }, jittered(wait) * 1000 + (after ?? 0) * 500);
  }

  #failed({ code, text, after }) {
    if (code === 'session-ended') {
      this.#sessionEnded(text);
    } else if (code === 'too-many-visitors') {
      this.#on.state('held', text);
      this.#drop();
      this.#again(after ?? LONGEST_WAIT);
    } else {
      this.#on.state('held', text);
    }
  }

  /** What was not sent goes to the new conversation, except presses: their messages belong to the old one. */
  #sessionEnded(text) {
    if (this.#memory.token === this.#token) this.#memory.token = null;
    this.#queue.filter((frame) => frame.type === 'press').forEach((frame) => this.settle(frame.id));
    this.#afresh();
    this.#on.ended(text);
    if (this.#queue.length || this.#memory.token) this.#connect();
  }

  #tokenChanged() {
    if (!this.#memory.token || this.#memory.token === this.#token) return;
    const isNew = this.#token !== null;
    this.#afresh();
    if (isNew) this.#on.ended('');
    this.#connect();
  }

  #afresh() {
    this.#drop();
    this.#token = null;
    this.#lastReply = 0;
  }

  #lost(code) {
    if (!this.#isWelcome && code !== 1013) this.#tryOther();
    this.#drop();
    this.#failures += 1;
    this.#on.state(this.#failures > 1 || !navigator.onLine ? 'offline' : 'connecting');
    this.#again(code === 1008 ? LONGEST_WAIT : Math.min(LONGEST_WAIT, 2 ** (this.#failures - 1)));
  }

  /** Where sockets fail twice although the server answers, something on the way forbids them. Where polling fails, it's no better. */
  #tryOther() {
    if (this.#memory.polls) {
      this.#memory.polls = false;
      this.#blocked = 0;
      return;
    }
    fetch(new URL('widget.js', this.#base), { cache: 'no-store' })
      .then(() => {
        this.#blocked += 1;
        if (this.#blocked >= 2) this.#memory.polls = true;
      })
      .catch(() => (this.#blocked = 0));
  }

  #drop() {
    this.#wire?.close();
    this.#wire = null;
    this.#isWelcome = false;
    this.#underway = null;
    clearTimeout(this.#pause);
    this.#pause = 0;
    this.#expect(0);
    this.#release();
  }

  #again(seconds) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#connect(), jittered(seconds) * 1000);
  }

  /** The connection or the visitor is back: no need to wait any longer. */
  #wake() {
    if (this.#wire) this.#listen(35);
    else if (this.#memory.token || this.#queue.length) this.#connect();
  }

  /** Gives up a line on which something expected does not come. */
  #expect(seconds) {
    clearTimeout(this.#guard);
    this.#guard = seconds ? setTimeout(() => this.#lost(0), seconds * 1000) : 0;
  }

  #listen(silence = SILENCE) {
    if (this.#isWelcome && Date.now() - this.#heard > silence * 1000) this.#lost(0);
  }
}
