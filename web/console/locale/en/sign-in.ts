/** Signing in, choosing a password. */
export const signIn = {
  '两次输入的新密码不一样，请再输一次。': 'The two new passwords differ. Please enter it again.',
  换成自己的密码: 'Choose your own password',
  '现在的密码是别人给的，换好之后才能接待。新密码要 10 到 200 个字符。':
    'Somebody else gave you the present one. Choose your own before you take chats: 10 to 200 characters.',
  现在的密码: 'Present password',
  新密码: 'New password',
  再输一次新密码: 'New password again',
  换密码: 'Change password',
  '请填写名字和密码。': 'Please enter your name and password.',
  登录客服台: 'Sign in to the desk',
  '登录已经过期。写到一半的内容还在，重新登录后接着写。':
    'Your session has ended. What you were writing is kept; sign in and go on.',
  名字: 'Name',
  密码: 'Password',
  动态码: 'Code',
  '验证器 APP 上的 6 位数字': '6 digits from your authenticator app',
  登录: 'Sign in',
} as const satisfies Record<string, string>;
