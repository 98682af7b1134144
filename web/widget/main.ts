import { assistantApi } from './assistant-api.ts';
import { AssistantElement } from './assistant-element.ts';

const NAME = 'beian-assistant';

if (!customElements.get(NAME)) customElements.define(NAME, AssistantElement);
// The page's own scripts reach the first widget of the page by this name.
(window as { BeianAssistant?: object }).BeianAssistant ??= assistantApi(NAME);
