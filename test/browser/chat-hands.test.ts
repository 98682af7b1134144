import { expect, it } from 'vitest';
import { conversation, field, SAID, say } from './chat.ts';
import { chatStage } from './chat-stage.ts';

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 };

const stage = chatStage();

it('never sends while an input method composes', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  await field(page).focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send('Input.imeSetComposition', { text: 'sao ma', selectionStart: 6, selectionEnd: 6 });
  await expect.poll(() => field(page).inputValue()).toBe('sao ma');
  // The key that an input method takes for itself brings no character.
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', windowsVirtualKeyCode: 13 });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Enter', windowsVirtualKeyCode: 13 });
  expect(await field(page).inputValue()).toBe('sao ma');
  expect(await conversation(page, 0)).toEqual([]);

  await keyboard.send('Input.insertText', { text: '扫码' });
  await expect.poll(() => field(page).inputValue()).toBe('扫码');
  await page.keyboard.press('Enter');
  await conversation(page, 2);
  expect(desk.asked).toEqual(['扫码']);
});

it('does not take the key that ended a composition in Safari for a wish to send', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await field(page).fill('扫码');
  const press = (keyCode: number) =>
    field(page).evaluate((node, code) => {
      const event = new node.ownerDocument.defaultView.KeyboardEvent('keydown', {
        key: 'Enter',
        keyCode: code,
        bubbles: true,
        cancelable: true,
      });
      return node.dispatchEvent(event);
    }, keyCode);
  expect([await press(229), await field(page).inputValue()]).toEqual([true, '扫码']);
  expect([await press(13), await field(page).inputValue()]).toEqual([false, '']);
  await conversation(page, 2);
});

it('breaks the line with Shift+Enter and grows to four lines', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  const height = async () => (await field(page).boundingBox())?.height ?? 0;
  const one = await height();
  await field(page).focus();
  await page.keyboard.type('一');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('二');
  await expect.poll(height).toBeGreaterThan(one);
  await page.keyboard.press('Enter');
  await conversation(page, 2);
  expect(desk.asked).toEqual(['一\n二']);
  expect(await height()).toBe(one);
  await field(page).fill('行\n'.repeat(30));
  expect(await height()).toBeLessThanOrEqual(110);
});

it('sends nothing that is empty or too long, and counts what is left', async () => {
  const chat = await stage.open();
  const { page, desk } = chat;
  const send = page.getByRole('button', { name: '发送' });
  await say(page, '  \n ');
  expect(await send.isDisabled()).toBe(true);
  await field(page).fill('𠮷'.repeat(1990));
  expect(await page.locator('.hint').textContent()).toBe('还可以写 10 个字');
  await field(page).fill('字'.repeat(2003));
  expect(await page.locator('.hint').textContent()).toBe('超出 3 个字，请删减或分成几条发送');
  expect(await send.isDisabled()).toBe(true);
  await field(page).press('Enter');
  await field(page).fill('字'.repeat(2000));
  await send.click();
  await conversation(page, 2);
  expect(desk.asked).toEqual(['字'.repeat(2000)]);
});

it('can be used with the keyboard alone', async () => {
  const chat = await stage.open();
  const { page } = chat;
  await page.getByText('请选一个主题').waitFor();
  const focus = page.locator('beian-assistant :focus');
  const focused = () => focus.evaluate((node) => node.getAttribute('aria-label') ?? node.textContent?.trim());
  const order: (string | undefined)[] = [];
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual(['转人工', '更多', '扫码进不去上传页面', '提示资料不完整', '添加图片', '说说遇到的问题']);

  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  const ring = await focus.evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).outlineStyle);
  expect(ring).toBe('solid');
  await page.keyboard.press('Enter');
  expect((await conversation(page, 2))[0]).toBe('我：提示资料不完整');
  expect(await focused()).toBe('说说遇到的问题');

  await page.getByRole('button', { name: '更多' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  expect(await focused()).toBe('重新开始');
  await page.keyboard.press('ArrowUp');
  expect(await focused()).toBe('删除我的数据');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '更多' }).press('Enter');
  await page.keyboard.press('Escape');
  expect([await focused(), await page.locator('.menu').isHidden()]).toEqual(['更多', true]);
});

it('fits a phone: nothing wider than the screen, everything large enough to touch', async () => {
  const chat = await stage.open(
    {
      welcome: [
        {
          text: '请选一个主题。',
          choices: Array.from({ length: 12 }, (_, at) => `第 ${at + 1} 个很长很长很长很长的主题名称`),
        },
      ],
    },
    PHONE,
  );
  const { page } = chat;
  await page.getByText('请选一个主题').waitFor();
  expect(await page.locator('.welcome h3').isVisible()).toBe(true);
  await say(page, `https://example.com/${'a'.repeat(300)} ${'长'.repeat(300)}`);
  await conversation(page, 2);
  await page.getByRole('button', { name: '更多' }).click();

  const sizes = await page
    .locator('beian-assistant')
    .evaluate(({ ownerDocument: { documentElement: html, body }, shadowRoot }) => ({
      wide: [html, body, ...(shadowRoot?.querySelectorAll('.scroll') ?? [])].map(
        (node) => node.scrollWidth - node.clientWidth,
      ),
      small: [...(shadowRoot?.querySelectorAll('button, textarea') ?? [])]
        .filter((node) => node.checkVisibility())
        .map((node) => ({ node: node.textContent, box: node.getBoundingClientRect() }))
        .filter(({ box }) => box.width < 44 || box.height < 44)
        .map(({ node }) => node),
    }));
  const font = await field(page).evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).fontSize);
  expect({ ...sizes, font }).toEqual({ wide: [0, 0, 0], small: [], font: '16px' });
});

it('keeps the end in view when the keyboard takes half of the screen', async () => {
  const chat = await stage.open({}, PHONE);
  const { page } = chat;
  for (const text of ['一', '二', '三', '四', '五']) await say(page, text);
  await conversation(page, 10);
  await page.setViewportSize({ width: 390, height: 420 });
  const bottom = (selector: string) =>
    page
      .locator(selector)
      .last()
      .evaluate((node) => node.getBoundingClientRect().bottom);
  await expect.poll(() => bottom('.composer')).toBe(420);
  await expect.poll(() => bottom(`.line-bot ${SAID}`)).toBeLessThan(420);
});

it('stands still for those who ask for less motion, and is dark for those who ask for that', async () => {
  const chat = await stage.open({}, { reducedMotion: 'reduce', colorScheme: 'dark' });
  const { page } = chat;
  await say(page, '在吗');
  await conversation(page, 2);
  const styles = await page.locator('.line-own').evaluate((node) => {
    const styled = node.ownerDocument.defaultView;
    return [
      styled?.getComputedStyle(node).animationName,
      styled?.getComputedStyle(node.ownerDocument.body).backgroundColor,
    ];
  });
  expect(styles).toEqual(['none', 'rgb(23, 24, 26)']);
});
