import { el } from './dom.js';

/** The tools of a list, each group under its name. `use` is called with the tool and the value. */
export function groupsOf(tools, use) {
  const groups = [...new Set(tools.map(({ group }) => group))];
  return groups.map((group) =>
    el(
      'section',
      { className: 'group' },
      el('h2', { textContent: group }),
      ...tools.filter((tool) => tool.group === group).map((tool) => KINDS[tool.is](tool, (value) => use(tool, value))),
    ),
  );
}

const KINDS = {
  button: ({ label, isOff = false }, use) =>
    el('button', { type: 'button', textContent: label, disabled: isOff, onclick: () => use('') }),
  switch: ({ label, isOn }, use) =>
    el(
      'label',
      { className: 'tick' },
      el('input', {
        type: 'checkbox',
        role: 'switch',
        checked: isOn,
        onchange: ({ target }) => use(target.checked ? 'on' : 'off'),
      }),
      label,
    ),
  choice: ({ label, options, chosen }, use) =>
    el(
      'label',
      { className: 'choice' },
      `${label} `,
      el(
        'select',
        { onchange: ({ target }) => use(target.value) },
        ...options.map(({ id, label: says }) =>
          el('option', { value: id, textContent: says, selected: id === chosen }),
        ),
      ),
    ),
  words({ label, words = '', isOff = false }, use) {
    const field = el('input', { type: 'text', value: words, disabled: isOff, ariaLabel: `${label}的内容` });
    const send = el('button', { type: 'submit', textContent: label, disabled: isOff });
    const form = el('form', { className: 'field' }, field, send);
    form.onsubmit = (event) => {
      event.preventDefault();
      if (field.value.trim()) use(field.value.trim());
    };
    return form;
  },
};
