import { element, icon, linked } from './dom.js';

const TOGETHER = 3 * 60 * 1000;
const CHECK = 'M5 12.5l4.5 4.5L19 7.5';

/** The log: messages under their days, neighbours by one author drawn together. */
export class Log {
  #texts;
  #language;
  #press;
  #list;
  #last = null;
  #day = '';
  #nodes = new Map();
  #chosen = new Map();

  /** @param press called with the reply and the position of its button */
  constructor(list, language, texts, press) {
    this.#list = list;
    this.#language = language;
    this.#texts = texts;
    this.#press = press;
  }

  clear() {
    this.#list.replaceChildren();
    this.#nodes.clear();
    this.#chosen.clear();
    this.#last = null;
    this.#day = '';
  }

  /** Appends a message; one that is not sent yet stays below all others. */
  add(item, isUnsent) {
    const node = this.#node(item);
    if (isUnsent) {
      node.classList.add('unsent');
      this.#state(node, this.#texts.sending);
      this.#list.append(node);
    } else {
      this.#place(item, node);
    }
    this.#nodes.set(item.key, node);
    if (item.message !== undefined) this.#chosen.set(item.message, item.button);
    this.#markChosen(item.message ?? item.id);
  }

  /** The message is safe. */
  sent(key) {
    const node = this.#nodes.get(key);
    if (!node?.classList.contains('unsent')) return;
    this.#place({ author: 'visitor', at: new Date(node.querySelector('time').dateTime) }, node);
    node.classList.remove('unsent');
    this.#state(node, '');
  }

  remove(key) {
    this.#nodes.get(key)?.remove();
    this.#nodes.delete(key);
  }

  /** Says below the unsent messages why they wait. */
  unsent(text) {
    this.#list.querySelectorAll('.unsent').forEach((node) => this.#state(node, text));
  }

  #state(node, text) {
    node.querySelector('.state').textContent = text && ` · ${text}`;
  }

  /** A line of the chat's own. */
  say(text) {
    this.#insert(element('p', { class: 'line' }, text));
    this.#last = null;
  }

  /** Marks where the new messages begin. */
  divide(key) {
    this.#list.querySelector('.new')?.remove();
    this.#nodes.get(key)?.before(element('p', { class: 'line new' }, this.#texts['new-messages']));
  }

  #insert(node) {
    const unsent = this.#list.querySelector('.unsent');
    if (node !== unsent) this.#list.insertBefore(node, unsent);
  }

  #place(item, node) {
    const day = item.at.toDateString();
    if (day !== this.#day) {
      this.#insert(element('p', { class: 'line' }, this.#dayName(item.at)));
      this.#last = null;
    }
    const last = this.#last;
    if (last && last.author === item.author && item.at - last.at < TOGETHER) last.node.classList.add('joined');
    this.#insert(node);
    this.#day = day;
    this.#last = { author: item.author, at: item.at, node };
  }

  #node(item) {
    const isOwn = item.author === 'visitor';
    const author = this.#texts[{ visitor: 'you', bot: 'assistant', staff: 'staff' }[item.author]];
    const time = new Intl.DateTimeFormat(this.#language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(item.at);
    const choices = item.buttons.length ? [this.#choices(item)] : [];
    return element(
      'div',
      { class: `message ${isOwn ? 'own' : item.author}` },
      element('span', { class: 'hidden' }, `${author}: `),
      element('div', { class: 'bubble', dir: 'auto' }, ...linked(item.text)),
      ...choices,
      element(
        'div',
        { class: 'meta' },
        isOwn ? '' : element('span', { 'aria-hidden': 'true' }, `${author} · `),
        element('time', { datetime: item.at.toISOString() }, time),
        element('span', { class: 'state' }),
      ),
    );
  }

  #choices(item) {
    const buttons = item.buttons.map((label, button) =>
      element('button', { type: 'button', class: 'choice', dir: 'auto', onclick: () => this.#chose(item, button) }, label),
    );
    return element('div', { class: 'choices', role: 'group', 'aria-label': this.#texts.choices}, ...buttons);
  }

  #chose(item, button) {
    if (!this.#chosen.has(item.id)) this.#press(item, button);
  }

  /**
   * A question is answered once; which answer was given stays to be seen. The buttons aren't disabled outright: the focus that is on
   * one of them would be lost.
   */
  #markChosen(reply) {
    if (!this.#chosen.has(reply)) return;
    const choices = this.#nodes.get(`reply ${reply}`)?.querySelectorAll('.choice:not([aria-disabled])') ?? [];
    choices.forEach((choice, index) => {
      choice.setAttribute('aria-disabled', 'true');
      if (index === this.#chosen.get(reply)) {
        choice.classList.add('chosen');
        choice.prepend(icon(CHECK), element('span', { class: 'hidden' }, `${this.#texts.chosen}: `));
      }
    });
  }

  #dayName(day) {
    const today = new Date();
    const days = Math.round((new Date(today.toDateString()) - new Date(day.toDateString())) / 86_400_000);
    if (days === 0) return this.#texts.today;
    if (days === 1) return this.#texts.yesterday;
    const year = day.getFullYear() === today.getFullYear() ? undefined : 'numeric';
    return new Intl.DateTimeFormat(this.#language, { weekday: 'long', day: 'numeric', month: 'long', year }).format(day);
  }
}
