declare module 'virtual:traditional' {
  export const traditional: Readonly<Record<string, string>>;
}
declare module 'virtual:spoken-traditional' {
  export const spokenTraditional: Readonly<Record<string, string>>;
}
