import { el, fill } from './dom.js';
import { buttonOf, lineOf, timeOf } from './lines.js';
import { groupsOf } from './tools.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const dress = () => {
  document.documentElement.dataset.scheme = dark.matches ? 'dark' : 'light';
};
dark.addEventListener('change', dress);
dress();

const find = (selector, within = document) => within.querySelector(selector);
const platform = location.pathname.slice(1);
find(`.top a[href="/${platform}"]`)?.setAttribute('aria-current', 'page');
if (platform) await openStage();
else await openSettings();

async function openSettings() {
  const { settings, service } = await (await fetch('/api/settings')).json();
  const text = settings.join('\n');
  const copy = el('button', { type: 'button', className: 'go', textContent: '复制' });
  copy.onclick = async () => {
    await navigator.clipboard.writeText(text).then(
      () => tell('已复制。'),
      () => tell('浏览器不让复制，请手动选中下面的文字。'),
    );
  };
  find('#main').append(
    el(
      'section',
      { className: 'panel settings' },
      el('h1', { textContent: '备案助手要用的设置' }),
      el('p', {
        textContent: `把下面几行放进 .env（代替同名的设置），再启动或重启备案助手。模拟器把消息推送到 ${service}。`,
      }),
      copy,
      el('pre', { tabIndex: 0, textContent: text }),
      el('p', { textContent: '然后在上面选一个平台，扮演那里的用户。这里的帐号和密钥都是编的，不连任何平台。' }),
    ),
  );
}

function tell(text) {
  const told = find('#told');
  told.textContent = text;
  told.hidden = false;
  clearTimeout(tell.timer);
  tell.timer = setTimeout(() => {
    told.hidden = true;
  }, 6000);
}

async function post(path, body, type = 'application/json') {
  try {
    const answer = await fetch(`/api/${platform}/${path}`, { method: 'POST', headers: { 'content-type': type }, body });
    const { told } = await answer.json();
    if (told) tell(told);
    return answer.ok;
  } catch {
    tell('模拟器没有回答，请看它还在不在运行。');
    return false;
  }
}

async function openStage() {
  const main = find('#main');
  main.className = 'stage';
  main.append(find('#stage').content.cloneNode(true));
  const form = find('.composer');
  const log = find('.log');
  // Scrolled by keyboard, too.
  log.tabIndex = 0;
  let view;
  let current = decodeURIComponent(location.hash.slice(1));
  const room = () => view.rooms.find(({ id }) => id === current) ?? view.rooms[0];
  const place = () => ({ room: room().id, speaker: form.elements.speaker.value, at: form.elements.at.checked });
  const act = (action) => post('act', JSON.stringify(action));
  const use = (id) => (tool, value) => act({ is: 'use', room: id, tool: tool.id, value });
  const press = (line, button) => {
    if (button.link) open(button.link, '_blank', 'noreferrer');
    return act({ is: 'press', ...place(), line, button: button.id });
  };

  const showRooms = () =>
    fill(find('.rooms'), [current, view.rooms.map(({ id, title, about }) => [id, title, about])], () =>
      view.rooms.map(({ id, title, about }) =>
        el(
          'button',
          { type: 'button', ariaCurrent: id === room().id ? 'true' : 'false', onclick: () => enter(id) },
          el('b', { textContent: title }),
          el('small', { textContent: about }),
        ),
      ),
    );
  const showTalk = () => {
    const { id, title, status, lines, menu, speakers, isGroup } = room();
    find('.talk-head h1').textContent = title;
    fill(find('.talk-head .chips'), status, () => status.map((text) => el('li', { textContent: text })));
    const isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80;
    const empty = el('p', { className: 'empty', textContent: '在下面说一句，这里按先后显示双方的消息。' });
    const changed = fill(log, [id, lines], () =>
      lines.length > 0 ? lines.map((line) => lineOf(line, { platform, press })) : [empty],
    );
    if (changed && isAtEnd) log.scrollTop = log.scrollHeight;
    find('.menu').hidden = menu.length === 0;
    fill(find('.menu'), [id, menu], () => menu.map((one) => buttonOf(one, () => press('', one))));
    find('.who').hidden = !isGroup;
    fill(form.elements.speaker, speakers, () =>
      speakers.map((one) => el('option', { value: one.id, textContent: one.name })),
    );
  };
  const list = (name, key, make) => {
    const place = find(`.${name}`);
    fill(place, key, make);
    const count = find('.count', place.closest('details'));
    count.textContent = key.length;
    count.dataset.some = key.length > 0 ? 'yes' : 'no';
  };
  const showSide = () => {
    const { id, tools } = room();
    fill(find('.tools'), [id, tools, view.tools], () => [
      ...groupsOf(tools, use(id)),
      ...groupsOf(view.tools, use('')),
    ]);
    list('violations', view.violations, () => view.violations.map((text) => el('li', { textContent: text })));
    list('lost', view.lost, () => view.lost.map((text) => el('li', { textContent: text })));
    list('calls', view.calls, () =>
      view.calls.map(({ at, line, outcome, body }) =>
        el(
          'li',
          {},
          el('p', {}, el('time', { textContent: timeOf(at) }), ` ${line} `, el('b', { textContent: outcome })),
          body ? el('pre', { textContent: body, tabIndex: 0 }) : '',
        ),
      ),
    );
  };
  const show = () => {
    fill(find('#status'), view.status, () => view.status.map((text) => el('li', { textContent: text })));
    showRooms();
    showTalk();
    showSide();
  };
  const enter = (id) => {
    current = id;
    history.replaceState(null, '', `#${encodeURIComponent(id)}`);
    show();
    log.scrollTop = log.scrollHeight;
  };

  const { text, picture } = form.elements;
  const showPicked = () => {
    const [file] = picture.files;
    find('.picked').hidden = !file;
    find('.picked').textContent = file ? `要发的图片：${file.name}` : '';
  };
  picture.onchange = showPicked;
  form.onsubmit = async (event) => {
    event.preventDefault();
    const [file] = picture.files;
    const words = text.value.trim();
    if (!file && !words) return;
    const { room: id, speaker, at } = place();
    const query = new URLSearchParams({ room: id, speaker, text: words, ...(at && { at: 'yes' }) });
    const sent = file
      ? await post(`picture?${query}`, file, file.type || 'image/unknown')
      : await act({ is: 'say', room: id, speaker, at, text: words });
    if (!sent) return;
    text.value = '';
    picture.value = '';
    showPicked();
  };
  text.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  };

  const events = new EventSource(`/api/${platform}/events`);
  events.onmessage = ({ data }) => {
    const isFirst = !view;
    view = JSON.parse(data);
    show();
    if (isFirst) log.scrollTop = log.scrollHeight;
  };
  events.onerror = () => tell('和模拟器的连接断了，正在重连。');
}
