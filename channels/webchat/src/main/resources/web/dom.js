// Elements are made here and nowhere else, and text is only ever set as text: what people write can't become markup.

const SVG = 'http://www.w3.org/2000/svg';

/** An element with attributes, listeners (`onclick`) and children. An attribute that is false or null is left out. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A line drawing of 24 by 24, which says nothing to a screen reader. */
export function icon(...paths) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** Addresses end before punctuation, and hold no invisible or turning characters. */
const LINK = /https?:\/\/[^\s<>"'«»“”\u200b-\u200f\u202a-\u202e\u2060-\u2069]*[^\s<>"'«»“”.,;:!?…\u200b-\u200f\u202a-\u202e\u2060-\u2069]/giu;

function link(address) {
  try {
    const { protocol, href } = new URL(address);
    return protocol === 'http:' || protocol === 'https:'
      ? element('a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, address)
      : address;
  } catch {
    return address;
  }
}

/** A closing bracket belongs to the sentence unless it was opened in the address. */
function withoutBracket(address) {
  return address.endsWith(')') && !address.includes('(') ? address.slice(0, -1) : address;
}

/** Text with its web addresses made into links. */
export function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = withoutBracket(match[0]);
    parts.push(text.slice(end, match.index), link(address));
    end = match.index + address.length;
  }
  parts.push(text.slice(end));
  return parts;
}
