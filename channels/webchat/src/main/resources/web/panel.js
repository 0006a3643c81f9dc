import { element, icon } from './dom.js';

const BUBBLE = 'M21 11.5a8.4 8.4 0 0 1-9 8.4 9.6 9.6 0 0 1-3.6-.7L3.5 20.5l1.4-4.2A8 8 0 0 1 3 11.5a8.6 8.6 0 0 1 9-8.4 8.6 8.6 0 0 1 9 8.4z';
const CROSS = ['M6 6l12 12', 'M18 6L6 18'];
const ARROW = ['M12 19V5', 'M5.5 11.5L12 5l6.5 6.5'];
const DOWN = ['M12 5v14', 'M18.5 12.5L12 19l-6.5-6.5'];

/** What the visitor sees and touches: the bubble on the page, the panel, the log's frame, the input. */
export class Panel {
  #options;
  #settings;
  #texts;
  #on;
  #isPage;
  #root;
  #launcher;
  #badge;
  #panel;
  #scroll;
  #typing;
  #notice;
  #jump;
  #input;
  #counter;
  #send;
  #isOpen = false;
  #typingEnds = 0;

  /** The element that the messages go to. */
  list;

  /** @param on receives opened(), closed(), written(text), drafted(text), looked() */
  constructor(root, options, settings, on) {
    this.#root = root;
    this.#options = options;
    this.#settings = settings;
    this.#texts = settings.texts;
    this.#on = on;
    this.#isPage = options.mode === 'page';
    this.#build();
  }

  get isOpen() {
    return this.#isOpen;
  }

  /** Whether the visitor can see what arrives. */
  get isLookedAt() {
    return this.#isOpen && !document.hidden && this.#isAtEnd();
  }

  open() {
    if (this.#isOpen) return;
    this.#isOpen = true;
    this.#panel.hidden = false;
    this.#launcher?.setAttribute('aria-expanded', 'true');
    this.toEnd();
    this.#on.opened();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  close() {
    if (this.#isPage || !this.#isOpen) return;
    this.#isOpen = false;
    this.#panel.hidden = true;
    this.#launcher.setAttribute('aria-expanded', 'false');
    this.#launcher.focus();
    this.#on.closed();
  }

  unread(count) {
    if (this.#isPage) {
      document.title = count ? `(${count}) ${this.#settings.title}` : this.#settings.title;
      return;
    }
    this.#badge.hidden = count === 0;
    this.#badge.textContent = count > 9 ? '9+' : count;
    this.#launcher.setAttribute(
      'aria-label',
      count ? this.#texts['open-unread'].replace('{count}', count) : this.#texts.open,
    );
  }

  /** Runs a change of the log, and keeps its end in view if it was. A long history is not read aloud. */
  change(isQuiet, work) {
    const wasAtEnd = this.#isAtEnd();
    if (isQuiet) this.list.setAttribute('aria-live', 'off');
    work();
    if (isQuiet) requestAnimationFrame(() => this.list.setAttribute('aria-live', 'polite'));
    if (wasAtEnd) this.toEnd();
    else this.#jump.hidden = false;
  }

  toEnd() {
    this.#scroll.scrollTop = this.#scroll.scrollHeight;
    this.#jump.hidden = true;
  }

  /** Shows the typing sign for a while. */
  typing(isTyping) {
    clearTimeout(this.#typingEnds);
    const wasAtEnd = this.#isAtEnd();
    this.#typing.classList.toggle('shown', isTyping);
    this.#typing.firstChild.textContent = isTyping ? this.#texts.typing : '';
    if (wasAtEnd) this.toEnd();
    if (isTyping) this.#typingEnds = setTimeout(() => this.typing(false), 10_000);
  }

  notice(text) {
    if (this.#notice.textContent !== text) this.#notice.textContent = text;
  }

  /** Puts a text back that could not be sent. */
  giveBack(text) {
    this.#input.value = this.#input.value ? `${text}\n${this.#input.value}` : text;
    this.#resized();
  }

  #build() {
    const heading = element(
      'div',
      { class: 'heading' },
      element('h1', { id: 'title' }, this.#settings.title),
      element('p', {}, this.#texts.subtitle),
    );
    this.list = element('div', {
      class: 'list',
      role: 'log',
      'aria-live': 'polite',
      'aria-relevant': 'additions',
      'aria-label': this.#texts.conversation,
    });
    this.#typing = element('div', { class: 'typing', role: 'status' }, element('span', { class: 'hidden' }), ...this.#dots());
    this.#scroll = element(
      'div',
      { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': this.#texts.conversation, onscroll: () => this.#scrolled() },
      element('div', { class: 'column' }, this.#greeting(), this.list, this.#typing),
    );
    this.#jump = element(
      'button',
      { class: 'jump', type: 'button', hidden: true, 'aria-label': this.#texts['to-newest'], onclick: () => this.toEnd() },
      icon(...DOWN),
    );
    this.#notice = element('div', { class: 'notice', role: 'status' });
    this.#panel = element(
      this.#isPage ? 'main' : 'section',
      { class: 'panel', id: 'panel', hidden: true, role: this.#isPage ? null : 'dialog', 'aria-labelledby': 'title' },
      element('header', {}, element('span', { class: 'mark', 'aria-hidden': 'true' }, icon(BUBBLE)), heading, this.#corner()),
      element('div', { class: 'middle' }, this.#scroll, this.#jump),
      this.#notice,
      this.#form(),
    );
    this.#panel.addEventListener('keydown', (event) => event.key === 'Escape' && this.close());
    this.#root.append(this.#panel);
    if (!this.#isPage) this.#root.append(this.#bubble());
    document.addEventListener('visibilitychange', () => this.#scrolled());
  }

  #bubble() {
    this.#badge = element('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
    this.#launcher = element(
      'button',
      {
        class: 'launcher',
        type: 'button',
        'aria-label': this.#texts.open,
        'aria-expanded': 'false',
        'aria-controls': 'panel',
        onclick: () => this.#toggle(),
      },
      icon(BUBBLE),
      icon('M6 9.5l6 6 6-6'),
      this.#badge,
    );
    return this.#launcher;
  }

  #toggle() {
    if (this.#isOpen) {
      this.close();
    } else {
      this.open();
      this.focus();
    }
  }

  /** The page offers its other languages; the widget, a way out. */
  #corner() {
    if (this.#isPage) {
      const links = this.#settings.languages
        .filter(({ code }) => code !== this.#settings.language)
        .map(({ code, name }) => element('a', { href: `?lang=${code}`, lang: code, hreflang: code }, name));
      return element('nav', {}, ...links);
    }
    return element(
      'button',
      { class: 'close', type: 'button', 'aria-label': this.#texts.close, onclick: () => this.close() },
      icon(...CROSS),
    );
  }

  #greeting() {
    const text = this.#options.greeting || this.#texts.greeting;
    return element('div', { class: 'message bot' }, element('div', { class: 'bubble', dir: 'auto' }, text));
  }

  #dots() {
    return [1, 2, 3].map(() => element('i', { 'aria-hidden': 'true' }));
  }

  #form() {
    this.#input = element('textarea', {
      id: 'input',
      rows: '1',
      enterkeyhint: 'send',
      autocomplete: 'off',
      'aria-describedby': 'counter',
      oninput: () => this.#resized(),
      onkeydown: (event) => {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
          event.preventDefault();
          this.#submit();
        }
      },
    });
    this.#counter = element('span', { class: 'counter', id: 'counter', role: 'status' });
    this.#send = element('button', { class: 'send', type: 'submit', 'aria-label': this.#texts.send }, icon(...ARROW));
    return element(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          this.#submit();
        },
      },
      element('div', { class: 'field' }, this.#input, element('label', { for: 'input' }, this.#texts.write)),
      this.#send,
      this.#counter,
    );
  }

  #submit() {
    const text = this.#input.value.trim();
    if (!text || text.length > this.#settings.maxLength) return;
    this.#input.value = '';
    this.#resized();
    this.#on.written(text);
    this.toEnd();
    this.focus();
  }

  #resized() {
    const { value } = this.#input;
    const limit = this.#settings.maxLength;
    this.#input.classList.toggle('filled', value !== '');
    this.#input.style.height = 'auto';
    this.#input.style.height = `${Math.min(this.#input.scrollHeight, 140)}px`;
    const isLong = value.trim().length > limit;
    this.#send.disabled = !value.trim() || isLong;
    this.#input.setAttribute('aria-invalid', isLong);
    this.#counter.textContent =
      value.length > limit * 0.9
        ? this.#texts.length.replace('{count}', value.trim().length).replace('{limit}', limit)
        : '';
    this.#on.drafted(value);
  }

  #isAtEnd() {
    return this.#scroll.scrollHeight - this.#scroll.scrollTop - this.#scroll.clientHeight < 60;
  }

  #scrolled() {
    if (!this.isLookedAt) return;
    this.#jump.hidden = true;
    this.#on.looked();
  }
}
