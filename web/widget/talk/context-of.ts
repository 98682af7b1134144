interface Device {
  readonly userAgentData?: { readonly platform?: string };
  readonly connection?: { readonly type?: string; readonly effectiveType?: string };
}

/**
 * What the browser tells of the page and the device it runs on: never the phone that runs the APP, unless confirmed. The
 * page's query and hash stay here: tokens and names of people stand in them.
 */
export function contextOf(): Readonly<Record<string, unknown>> {
  const { userAgentData, connection } = navigator as Device;
  return {
    page: (location.origin + location.pathname).slice(0, 2_000),
    device: {
      os: String(userAgentData?.platform || navigator.platform || ''),
      touch: matchMedia('(pointer: coarse)').matches,
      connection: String(connection?.type ?? connection?.effectiveType ?? ''),
    },
    // Some browsers tell none.
    ...(navigator.language && { locale: navigator.language }),
  };
}
