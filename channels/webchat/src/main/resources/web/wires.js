// Two ways to carry the same frames. A wire calls `frame` for each that comes in, and `closed` once when it ends or never opens.

export class SocketWire {
  #socket;

  constructor(base, { opened, frame, closed }) {
    const url = new URL('socket', base);
    url.protocol = url.protocol.replace('http', 'ws');
    this.#socket = new WebSocket(url);
    this.#socket.onopen = opened;
    this.#socket.onmessage = (event) => frame(JSON.parse(event.data));
    this.#socket.onclose = (event) => closed(event.code);
  }

  send(frame) {
    this.#socket.send(JSON.stringify(frame));
  }

  close() {
    this.#socket.onclose = null;
    this.#socket.close();
  }
}

export class PollWire {
  #base;
  #on;
  #line;
  #sending = Promise.resolve();
  #stop = new AbortController();

  constructor(base, on) {
    this.#base = base;
    this.#on = on;
    this.#run();
  }

  send(frame) {
    // One after another: requests beside each other may arrive in any order.
    this.#sending = this.#sending
      .then(() => this.#post('send', { line: this.#line, frames: [frame] }))
      .catch(() => this.#closed());
  }

  close() {
    this.#stop.abort();
  }

  async #run() {
    try {
      this.#line = (await this.#post('open', {})).line;
      this.#on.opened();
      for (;;) {
        const { frames } = await this.#post('poll', { line: this.#line });
        frames.forEach((frame) => this.#stop.signal.aborted || this.#on.frame(frame));
      }
    } catch {
      this.#closed();
    }
  }

  #closed() {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    this.#on.closed(0);
  }

  async #post(path, body) {
    const answer = await fetch(new URL(path, this.#base), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      signal: this.#stop.signal,
    });
    if (!answer.ok) throw new Error(answer.status);
    return answer.status === 204 ? {} : answer.json();
  }
}
