// What a host page may do with the widget. Everything here works from any page that has it.
const widget = document.querySelector('beian-assistant');
const heard = document.getElementById('heard');

await customElements.whenDefined('beian-assistant');
const { BeianAssistant } = window;

document.getElementById('snippet').textContent =
  `<script type="module" src="${new URL('widget.js', document.baseURI)}"></script><beian-assistant></beian-assistant>`;

const told = [];
for (const event of ['open', 'close', 'message', 'state']) {
  BeianAssistant.on(event, (detail) => {
    told.push(`${event}${detail === null ? '' : ` ${JSON.stringify(detail)}`}`);
    heard.textContent = told.slice(-20).join('\n');
  });
}

const actions = {
  open: () => BeianAssistant.open(),
  close: () => BeianAssistant.close(),
  ask: () => BeianAssistant.sendMessage('扫码进不去上传页面'),
  left() {
    widget.dataset.side = widget.dataset.side === 'left' ? 'right' : 'left';
  },
  dark() {
    widget.dataset.scheme = widget.dataset.scheme === 'dark' ? 'light' : 'dark';
  },
  green: () => widget.style.setProperty('--beian-brand', '#0b7a55'),
  tw: () => BeianAssistant.setLocale('zh-TW'),
  cn: () => BeianAssistant.setLocale('zh-CN'),
  reset: () => BeianAssistant.reset(),
};
for (const button of document.querySelectorAll('[data-do]')) {
  button.addEventListener('click', () => actions[button.dataset.do]());
}
