/** Everything that was said, each thing once, whichever way and however often it arrives. */
export class Conversation {
  #memory;
  #known = new Map();
  #newest = 0;

  constructor(memory) {
    this.#memory = memory;
  }

  /** The item of a frame; null when it is known already, or nothing to show. */
  take(frame) {
    const item = frame.type === 'message' ? this.#reply(frame) : this.#own(frame);
    if (!item || this.#known.has(item.key)) return null;
    this.#known.set(item.key, item);
    return item;
  }

  forget() {
    this.#known.clear();
    this.#newest = 0;
    this.#memory.read = 0;
  }

  drop(id) {
    this.#known.delete(`own ${id}`);
  }

  /** The number of the newest reply. */
  get newest() {
    return this.#newest;
  }

  /** How many replies nobody has looked at. */
  get unread() {
    const read = this.#memory.read;
    return [...this.#known.values()].filter((item) => item.id > read).length;
  }

  /** Marks all replies as looked at; false when they were. */
  read() {
    return this.readUpTo(this.#newest);
  }

  readUpTo(message) {
    if (message <= this.#memory.read) return false;
    this.#memory.read = message;
    return true;
  }

  #reply({ id, author, text, buttons, at }) {
    this.#newest = Math.max(this.#newest, id);
    return { key: `reply ${id}`, id, author, text, buttons, at: new Date(at) };
  }

  /** A press says nothing itself: the words are the button's. A code has none, and is not shown. */
  #own({ id, text, label, message, button, at }) {
    const words = text || label || this.#known.get(`reply ${message}`)?.buttons[button];
    const buttons = [];
    return words ? { key: `own ${id}`, author: 'visitor', text: words, buttons, message, button, at: new Date(at) } : null;
  }
}
