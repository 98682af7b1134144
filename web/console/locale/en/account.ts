/** What somebody sets for themselves. */
export const account = {
  我的帐号: 'My account',
  '请填写现在的密码和新密码。': 'Please enter the present password and a new one.',
  '密码已换，别处的登录都退出了': 'Password changed; every other session has ended',
  密码: 'Password',
  现在的密码: 'Present password',
  新密码: 'New password',
  '10 到 200 个字符。几个不相干的词连起来就很好记。':
    '10 to 200 characters. A few unrelated words in a row are easy to remember.',
  再输一次新密码: 'New password again',
  换密码: 'Change password',
  '换好之后，别处的登录都会退出。': 'Every other session will end.',
  动态码已关闭: 'One-time codes are off',
  '换手机或不再用：输入密码关闭': 'For another phone, or to stop: enter your password to turn them off',
  关闭动态码: 'Turn one-time codes off',
  '开启之后，登录时除了密码，还要手机上验证器 APP 的 6 位数字。密码被人知道了，也登录不了。':
    'With it, signing in needs the 6 digits of an authenticator app besides the password: a known password alone is not enough.',
  开始设置: 'Set up',
  '动态码已开启，下次登录时会问': 'One-time codes are on and will be asked for next time',
  '验证器 APP 用的二维码': 'QR code for an authenticator app',
  '用手机上的验证器 APP 扫这个二维码。': 'Scan this code with the authenticator app on your phone.',
  '扫不了的话，把这串密钥手工输进去：': 'If you cannot scan it, type this key into the app:',
  密钥: 'Key',
  '输入 APP 上现在的 6 位数字': 'Enter the 6 digits the app shows now',
  确认开启: 'Turn on',
  先不开启: 'Not now',
  已绑定: 'Linked',
  没有绑定: 'Not linked',
  钉钉已绑定: 'DingTalk is linked',
  钉钉的绑定已解除: 'DingTalk is unlinked',
  '绑定之后，有用户排队时，可以直接在钉钉客服群的卡片上点“接入”。':
    'With it, you can claim somebody who waits right from the card in the agents’ DingTalk group (“接入”).',
  解除绑定: 'Unlink',
  取绑定码: 'Get a code',
  重新取一个: 'Get another code',
  '在钉钉里对机器人发这句话（单聊，不要发在群里）：':
    'Send this to the robot in DingTalk, in your own chat with it, not in a group:',
  绑定用的话: 'What to send',
  '{time} 之前有效，只能用一次。发过之后，这里会显示“已绑定”。':
    'Works until {time}, once. After you sent it, “Linked” appears here.',
} as const satisfies Record<string, string>;
