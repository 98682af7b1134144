declare module 'virtual:traditional' {
  export const traditional: Readonly<Record<string, string>>;
}
