import { vi } from 'vitest';
import type { Bidi } from './bidi.ts';

/** Milliseconds after which no slow machine is an excuse any more. */
const PATIENCE = 30_000;

/** How WebDriver writes the Enter key. */
export const ENTER = '\uE007';

/** A tab of Firefox. Selectors are looked for in the page and in the shadow of its widget. */
export interface Tab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** The texts of all that a selector finds. */
  texts(selector: string): Promise<readonly string[]>;
  evaluate<T>(expression: string): Promise<T>;
  /** Once there is one with those words, pressed with the mouse. */
  click(selector: string, words?: string): Promise<void>;
  /** Into whatever has the focus, key by key. */
  type(text: string): Promise<void>;
  /** Gives files of the disk to a field for them. */
  choose(selector: string, ...files: readonly string[]): Promise<void>;
  /** How many workers its page has started. */
  readonly workers: number;
  /** Errors of scripts, and whatever the console calls one. */
  readonly faults: readonly string[];
}

interface Entry {
  readonly level: string;
  readonly text: string;
  readonly source: { readonly context?: string };
}

interface Realm {
  readonly realm: string;
  readonly type: string;
  readonly context?: string;
  readonly owners?: readonly string[];
}

const ALL = `(selector) => {
  const shadow = document.querySelector('beian-assistant')?.shadowRoot;
  return [document, shadow].flatMap((root) => (root ? [...root.querySelectorAll(selector)] : []));
}`;

export async function openTab(bidi: Bidi): Promise<Tab> {
  const { context } = await bidi.send<{ readonly context: string }>('browsingContext.create', { type: 'tab' });
  const faults: string[] = [];
  bidi.on('log.entryAdded', (params) => {
    const { level, text, source } = params as unknown as Entry;
    if (source.context === context && level === 'error') faults.push(text);
  });
  const realms = new Set<string>();
  let workers = 0;
  bidi.on('script.realmCreated', (params) => {
    const told = params as unknown as Realm;
    if (told.context === context) realms.add(told.realm);
    if (told.type === 'dedicated-worker' && told.owners?.some((owner) => realms.has(owner))) workers += 1;
  });

  /** A value of the page, by way of JSON. */
  async function evaluate<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await bidi.send<{
      readonly result?: { readonly value: string };
      readonly exceptionDetails?: { readonly text: string };
    }>('script.evaluate', {
      expression: `JSON.stringify(${expression}) ?? 'null'`,
      target: { context },
      awaitPromise: false,
    });
    if (!result) throw new Error(exceptionDetails?.text);
    return JSON.parse(result.value);
  }

  /** The element itself, as other commands take it. */
  async function find(selector: string, words: string) {
    const declaration = `(selector, words) => (${ALL})(selector).find((one) => one.textContent.includes(words))`;
    return vi.waitFor(async () => {
      const { result } = await bidi.send<{ readonly result: { readonly sharedId?: string } }>('script.callFunction', {
        functionDeclaration: declaration,
        arguments: [selector, words].map((value) => ({ type: 'string', value })),
        target: { context },
        awaitPromise: false,
      });
      if (result.sharedId === undefined) throw new Error(`There is no ${selector} with “${words}”`);
      return { type: 'element', element: { sharedId: result.sharedId } };
    }, PATIENCE);
  }

  const texts = (selector: string) =>
    evaluate<readonly string[]>(`(${ALL})(${JSON.stringify(selector)}).map((one) => one.textContent.trim())`);

  const act = (actions: object) => bidi.send('input.performActions', { context, actions: [actions] });

  return {
    faults,
    get workers() {
      return workers;
    },
    texts,
    evaluate,
    goto: async (url) => void (await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' })),
    reload: async () => void (await bidi.send('browsingContext.reload', { context, wait: 'complete' })),
    async choose(selector, ...files) {
      await bidi.send('input.setFiles', { context, element: (await find(selector, '')).element, files });
    },
    async click(selector, words = '') {
      const origin = await find(selector, words);
      const steps = [
        { type: 'pointerMove', x: 0, y: 0, origin },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act({ type: 'pointer', id: 'mouse', actions: steps });
    },
    async type(text) {
      const keys = [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await act({ type: 'key', id: 'keyboard', actions: keys });
    },
  };
}
