import answer from './answer.css?inline';
import base from './base.css?inline';
import cards from './cards.css?inline';
import composer from './composer.css?inline';
import frame from './frame.css?inline';
import head from './head.css?inline';
import last from './last.css?inline';
import log from './log.css?inline';
import pictures from './pictures.css?inline';
import sheets from './sheet.css?inline';
import tokens from './tokens.css?inline';

const css = [tokens, base, frame, head, log, answer, cards, sheets, composer, pictures, last].join('\n');

let sheet: CSSStyleSheet | undefined;

/**
 * Gives a shadow root its styles, under any policy of the page: as a constructed sheet, which no policy stops; where
 * the browser has none (Safari before 16.4), as a sheet from our own address, which the page's policy has to allow.
 */
export function dress(root: ShadowRoot, base: string): void {
  if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    root.adoptedStyleSheets = [sheet];
    return;
  }
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `${base}widget.css`;
  root.appendChild(link);
}
