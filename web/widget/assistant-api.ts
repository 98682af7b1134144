import type { AssistantElement, WidgetEvent } from './assistant-element.ts';

/** `window.BeianAssistant`: the widget of this page, put there by the first call where the page has none. */
export function assistantApi(name: string) {
  const widget = (): AssistantElement => {
    const found = document.querySelector<AssistantElement>(name);
    if (found) return found;
    const made = document.createElement(name) as AssistantElement;
    document.body.append(made);
    return made;
  };
  return {
    open: () => widget().open(),
    close: () => widget().close(),
    toggle: () => widget().toggle(),
    sendMessage: (text: string) => widget().sendMessage(text),
    setContext: (context: Readonly<Record<string, unknown>>) => widget().setContext(context),
    setUser: (user: string, signature: string) => widget().setUser(user, signature),
    setLocale: (locale: string) => widget().setLocale(locale),
    reset: () => widget().reset(),
    /** Returns how to stop listening. */
    on: (event: WidgetEvent, heard: (detail: unknown) => void) => widget().on(event, heard),
  };
}
