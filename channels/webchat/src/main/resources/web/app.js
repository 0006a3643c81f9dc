import { Conversation } from './conversation.js';
import { element } from './dom.js';
import { Link } from './link.js';
import { Memory } from './memory.js';
import { Log } from './message.js';
import { Panel } from './panel.js';

/** The languages to speak, the best first: what the site says, its page, its visitor. */
function languages(options) {
  return [options.lang, document.documentElement.lang, ...navigator.languages].filter((language) => language);
}

async function load(options) {
  const texts = new URL('texts', options.base);
  texts.searchParams.set('prefer', languages(options).join());
  const [settings, ...sheets] = await Promise.all([
    fetch(texts).then((answer) => answer.json()),
    ...['widget.css', 'talk.css'].map(style),
  ]);
  return { settings, sheets };
}

async function style(file) {
  const answer = await fetch(new URL(file, import.meta.url));
  return new CSSStyleSheet().replace(await answer.text());
}

/** Whether black rather than white can be read on a colour (WCAG 2.2, relative luminance). */
function isBright(colour) {
  const channels = [1, 3, 5].map((start) => parseInt(colour.slice(start, start + 2), 16) / 255);
  const [red, green, blue] = channels.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179;
}

function mount(options, { settings, sheets }) {
  const host = element('otklik-chat', { lang: settings.language, class: options.mode ?? '' });
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = sheets;
  host.classList.toggle('left', options.side === 'left');
  if (/^#[0-9a-f]{6}$/i.test(options.color ?? '')) {
    host.style.setProperty('--accent', options.color);
    host.style.setProperty('--on-accent', isBright(options.color) ? '#000' : '#fff');
    host.classList.toggle('bright', isBright(options.color));
  }
  document.body.append(host);
  return root;
}

/** Unguessable is not needed: the id only has to differ from this visitor's others. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

class Chat {
  #memory;
  #texts;
  #conversation;
  #panel;
  #log;
  #link;
  #isFirstWelcome = true;

  constructor(root, options, settings) {
    this.#memory = new Memory(options.base);
    this.#texts = settings.texts;
    this.#conversation = new Conversation(this.#memory);
    this.#panel = new Panel(root, options, settings, {
      opened: () => this.#opened(),
      closed: () => (this.#memory.isOpen = false),
      written: (text) => this.#submit({ type: 'say', text }),
      drafted: (text) => (this.#memory.draft = text),
      looked: () => this.#looked(),
    });
    this.#log = new Log(this.#panel.list, settings.language, settings.texts, (item, button) =>
      this.#submit({ type: 'press', message: item.id, button, label: item.buttons[button] }),
    );
    this.#link = new Link(options.base, settings.language, this.#memory, {
      welcome: (history) => this.#welcome(history),
      frame: (frame) => this.#frame(frame),
      sent: (id) => this.#log.sent(`own ${id}`),
      refused: (frame, text) => this.#refused(frame, text),
      ended: (text) => this.#ended(text),
      state: (name, text) => this.#state(name, text),
    });
  }

  start(isPage) {
    this.#link.unsent().forEach((frame) => this.#show(frame, true));
    this.#panel.giveBack(this.#memory.draft);
    this.#panel.unread(0);
    if (isPage || this.#memory.isOpen) this.#panel.open();
    if (isPage) this.#signIn();
    this.#link.start();
  }

  /** A link with a one-time code: the code leaves the address bar, and the browser's history with it, before it is sent. */
  #signIn() {
    const code = new URLSearchParams(location.hash.slice(1)).get('code');
    if (!code) return;
    history.replaceState(null, '', location.pathname + location.search);
    this.#link.submit({ type: 'code', id: newId(), code, at: Date.now() });
  }

  #submit(content) {
    const frame = { ...content, id: newId(), at: Date.now() };
    this.#panel.change(false, () => this.#show(frame, true));
    this.#panel.notice('');
    this.#link.submit(frame);
  }

  #show(frame, isUnsent = false) {
    const item = this.#conversation.take(frame);
    if (item) this.#log.add(item, isUnsent);
    return item;
  }

  #welcome(frames) {
    const isLookedAt = this.#panel.isLookedAt;
    this.#panel.change(this.#isFirstWelcome, () => frames.forEach((frame) => this.#take(frame, isLookedAt)));
    this.#isFirstWelcome = false;
    this.#count();
  }

  #frame(frame) {
    switch (frame.type) {
      case 'message':
        this.#panel.typing(false);
        this.#arrived(frame);
        break;
      case 'said':
        this.#arrived(frame);
        break;
      case 'typing':
        this.#panel.typing(true);
        break;
      case 'seen':
        this.#conversation.readUpTo(frame.message);
        this.#count();
        break;
      default: // A newer server's frame: nothing to do.
    }
  }

  #arrived(frame) {
    const isLookedAt = this.#panel.isLookedAt;
    this.#panel.change(false, () => this.#take(frame, isLookedAt));
    this.#count();
  }

  #take(frame, isLookedAt) {
    if (frame.type === 'message') {
      this.#link.holds(frame.id);
    } else {
      this.#link.settle(frame.id);
      this.#log.sent(`own ${frame.id}`);
    }
    const wasRead = this.#conversation.unread === 0;
    const item = this.#show(frame);
    if (item?.id > this.#memory.read && wasRead && !isLookedAt) this.#log.divide(item.key);
  }

  #opened() {
    this.#memory.isOpen = true;
    this.#looked();
  }

  #looked() {
    if (this.#conversation.read()) this.#link.seen(this.#conversation.newest);
    this.#panel.unread(0);
  }

  #count() {
    if (this.#panel.isLookedAt) this.#looked();
    else this.#panel.unread(this.#conversation.unread);
  }

  #refused(frame, text) {
    this.#conversation.drop(frame.id);
    this.#log.remove(`own ${frame.id}`);
    this.#panel.giveBack(frame.text);
    this.#panel.notice(text);
  }

  #ended(text) {
    this.#conversation.forget();
    this.#log.clear();
    if (text) this.#log.say(text);
    this.#link.unsent().forEach((frame) => this.#show(frame, true));
    this.#panel.typing(false);
    this.#count();
  }

  #state(name, text = '') {
    const isOffline = name === 'offline';
    this.#panel.notice(isOffline ? this.#texts.offline : text);
    this.#log.unsent(this.#texts[isOffline || name === 'held' ? 'waiting' : 'sending']);
    if (name !== 'open') this.#panel.typing(false);
  }
}

/** Puts the chat on the page. */
export async function start(options) {
  const loaded = await load(options);
  if (!document.body) await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve));
  if (document.querySelector('otklik-chat')) return; // The page names the script twice.
  const settings = { ...loaded.settings, title: options.title || loaded.settings.title };
  new Chat(mount(options, loaded), options, settings).start(options.mode === 'page');
}
