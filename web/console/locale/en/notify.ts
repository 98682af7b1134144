/** Sounds, notifications, and for what. */
export const notify = {
  关掉提示音: 'Turn sounds off',
  打开提示音: 'Turn sounds on',
  '点一下页面，提示音才会响': 'Click anywhere to hear sounds',
  '页面不在眼前时，桌面上会提醒，只写是什么事和访客编号，不写说了什么。':
    'Shown while this page is out of sight: what happened and which visitor, never what was said.',
  '页面不在眼前时也能提醒。浏览器会先问您是否允许。':
    'For when this page is out of sight. Your browser asks you first.',
  '浏览器不允许这个页面提醒。可以在地址栏左边的网站设置里改。':
    'Your browser does not allow notifications from this page. Change it in the site settings left of the address.',
  '这个浏览器不能在桌面上提醒。': 'This browser cannot show notifications.',
  桌面通知: 'Notifications',
  允许通知: 'Allow notifications',
  '{what} · 备案助手': '{what} · Beian Assistant',
  有对话振铃给您: 'A chat rings for you',
  有人等得太久: 'Somebody waits too long',
  有人开始排队: 'Somebody joined the queue',
  有新留言: 'New ticket',
  您的对话有新消息: 'New message in your chat',
  振铃: 'Ring',
  有人来: 'Arrival',
  消息: 'Message',
  提示音: 'Sounds',
  音量: 'Volume',
  试听: 'Try',
  什么时候提醒: 'When to alert me',
  '这些设置只在这个浏览器里有效。开了几个页面时，只有一个会响。':
    'Kept in this browser only. With several tabs open, one makes the sounds.',
  提醒: 'Alerts',
} as const satisfies Record<string, string>;
