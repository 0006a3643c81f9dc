// What outlives a reload. All tabs of a site share it: the session's token, the unsent messages, what has been read.
// Where the browser forbids storage, the page's lifetime is all there is.

class Shelf {
  #storage;
  #prefix;

  constructor(storage, prefix) {
    this.#storage = storage;
    this.#prefix = prefix;
  }

  get(key) {
    try {
      return JSON.parse(this.#storage.getItem(this.#prefix + key));
    } catch {
      return null;
    }
  }

  set(key, value) {
    try {
      this.#storage.setItem(this.#prefix + key, JSON.stringify(value));
    } catch {
      // Full or forbidden: the page still holds the value itself.
    }
  }

  remove(key) {
    this.#storage.removeItem(this.#prefix + key);
  }

  keys(start) {
    return Object.keys(this.#storage)
      .filter((key) => key.startsWith(this.#prefix + start))
      .map((key) => key.slice(this.#prefix.length));
  }
}

class Page {
  getItem(key) {
    return this[key] ?? null;
  }

  setItem(key, value) {
    this[key] = value;
  }

  removeItem(key) {
    delete this[key];
  }
}

function storage(name) {
  try {
    window[name].getItem('otklik');
    return window[name];
  } catch {
    return new Page();
  }
}

export class Memory {
  #site;
  #tab;

  constructor(base) {
    const prefix = `otklik ${base} `;
    this.#site = new Shelf(storage('localStorage'), prefix);
    this.#tab = new Shelf(storage('sessionStorage'), prefix);
  }

  get token() {
    return this.#site.get('token');
  }

  set token(token) {
    if (token) this.#site.set('token', token);
    else this.#site.remove('token');
  }

  /** The newest reply that was looked at in any tab. */
  get read() {
    return this.#site.get('read') ?? 0;
  }

  set read(message) {
    this.#site.set('read', message);
  }

  /** Unsent frames, oldest first. Each has a key of its own, so that two tabs never overwrite each other's. */
  unsent() {
    return this.#site
      .keys('unsent ')
      .map((key) => this.#site.get(key))
      .filter((frame) => frame)
      .sort((one, other) => one.turn - other.turn);
  }

  /** Keeps an unsent frame behind all others. The clock is no judge of that: it may be set back. */
  keep(frame) {
    const turn = 1 + Math.max(0, ...this.unsent().map((other) => other.turn));
    this.#site.set(`unsent ${frame.id}`, { ...frame, turn });
  }

  drop(id) {
    this.#site.remove(`unsent ${id}`);
  }

  get draft() {
    return this.#tab.get('draft') ?? '';
  }

  set draft(text) {
    this.#tab.set('draft', text);
  }

  get isOpen() {
    return this.#tab.get('open') === true;
  }

  set isOpen(open) {
    this.#tab.set('open', open);
  }

  /** Whether sockets were found to be forbidden on the way from here. */
  get polls() {
    return this.#tab.get('polls') === true;
  }

  set polls(polls) {
    this.#tab.set('polls', polls);
  }

  /** Calls when another tab has a new token or lost it. */
  onTokenChange(listener) {
    window.addEventListener('storage', (event) => {
      if (event.key === null || event.key.endsWith(' token')) listener();
    });
  }
}
