import { effect, signal } from '@preact/signals';
import { h, render } from 'preact';
import { type Desk, elderSignal } from './desk.ts';
import { writeFor } from './locale.ts';
import { ATTRIBUTES, createOptions, optionsOf } from './options.ts';
import { createTray } from './pictures/tray-state.ts';
import { dress } from './styles/dress.ts';
import { contextOf } from './talk/context-of.ts';
import { createTalk } from './talk/talk.ts';
import { createUnread } from './talk/unread.ts';
import { Root } from './view/root.tsx';

/** What a page can hear of: the panel, an answer or a line of an agent, and who has the conversation. */
export type WidgetEvent = 'open' | 'close' | 'message' | 'state';

/** Where the script came from is where the service is. */
const BASE = new URL('.', import.meta.url).href;

/** `<beian-assistant>`: the assistant in a shadow of its own, so that the page's styles and ours leave each other alone. */
export class AssistantElement extends HTMLElement {
  static readonly observedAttributes = ATTRIBUTES;

  readonly #options = createOptions();
  readonly #extra = signal<Readonly<Record<string, unknown>>>({});
  #desk: Desk | undefined;
  #root: ShadowRoot | undefined;
  #stop: (() => void) | undefined;

  connectedCallback(): void {
    this.#options.value = optionsOf(this);
    const isNew = this.#root === undefined;
    this.#root ??= this.attachShadow({ mode: 'open', delegatesFocus: false });
    const desk = this.#desk ?? this.#build();
    if (desk !== this.#desk) {
      this.#desk = desk;
      render(h(Root, { desk }), this.#root);
      // Afterwards: what stands there before the first drawing is taken away by it.
      if (isNew) dress(this.#root, BASE);
      void writeFor(this.dataset.locale).then(() => desk.talk.begin());
    }
    this.#stop = effect(() => {
      const { mode, side, scheme } = desk.options.value;
      this.setAttribute('data-stands', mode);
      this.setAttribute('data-at', side);
      this.setAttribute('data-looks', scheme);
      this.toggleAttribute('data-elder', desk.isElder.value);
    });
  }

  disconnectedCallback(): void {
    this.#stop?.();
    // One that was only moved is back by then.
    setTimeout(() => !this.isConnected && this.#end());
  }

  /** Taken out of the page for good, as far as anybody knows: follows nothing any more, and begins anew if it comes back. */
  #end(): void {
    this.#desk?.talk.end();
    this.#desk?.unread.end();
    this.#desk = undefined;
    if (this.#root) render(null, this.#root);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (before === after) return;
    this.#options.value = optionsOf(this);
    if (name === 'data-locale' && this.#root) void writeFor(after ?? undefined);
  }

  open(): void {
    this.#desk?.open();
  }

  close(): void {
    this.#desk?.close();
  }

  toggle(): void {
    if (this.#desk?.isOpen.value) this.close();
    else this.open();
  }

  /** Says something for the person, as if they had typed it. */
  sendMessage(text: string): void {
    this.open();
    this.#desk?.talk.send(text);
  }

  /** Adds what the page knows: `{ page, device }`, told with the conversation. */
  setContext(context: Readonly<Record<string, unknown>>): void {
    this.#extra.value = { ...this.#extra.value, ...context };
    const talk = this.#desk?.talk;
    if (talk?.sessions.current) talk.tell(context);
  }

  /** Who is signed in at the page: the id, and the page's server's HMAC-SHA256 of it. */
  setUser(user: string, signature: string): void {
    this.setContext({ user, signature });
  }

  setLocale(locale: string): void {
    this.dataset.locale = locale;
  }

  /** Leaves the conversation; the next thing said begins a new one. */
  reset(): void {
    this.#desk?.talk.leave();
  }

  on(event: WidgetEvent, heard: (detail: unknown) => void): () => void {
    const listener = (told: Event): void => heard((told as CustomEvent).detail);
    this.addEventListener(`beian:${event}`, listener);
    return () => this.removeEventListener(`beian:${event}`, listener);
  }

  #build(): Desk {
    const tell = (event: WidgetEvent, detail: unknown): void => {
      this.dispatchEvent(new CustomEvent(`beian:${event}`, { detail }));
    };
    const options = this.#options;
    const isOpen = signal(false);
    const unread = createUnread(() => options.value.mode !== 'launcher' || isOpen.value);
    const talk = createTalk({
      base: BASE,
      context: () => ({ ...contextOf(), ...this.#extra.value }),
      onLine(line) {
        unread.came();
        tell('message', line);
      },
    });
    effect(() => tell('state', talk.state.value));
    return {
      talk,
      options,
      isOpen,
      unread,
      isElder: elderSignal(),
      // What was typed into the form that stood here until the script came.
      draft: signal(this.querySelector('textarea')?.value ?? ''),
      tray: createTray(),
      open() {
        isOpen.value = true;
        tell('open', undefined);
      },
      close() {
        isOpen.value = false;
        tell('close', undefined);
      },
    };
  }
}
