interface Device {
  readonly userAgentData?: { readonly platform?: string };
  readonly connection?: { readonly type?: string; readonly effectiveType?: string };
}

/** What the browser tells of the page and the device it runs on: never the phone that runs the APP, unless confirmed. */
export function contextOf(): object {
  const { userAgentData, connection } = navigator as Device;
  return {
    page: location.href.slice(0, 2_000),
    device: {
      os: String(userAgentData?.platform || navigator.platform || ''),
      touch: matchMedia('(pointer: coarse)').matches,
      connection: String(connection?.type ?? connection?.effectiveType ?? ''),
    },
    locale: navigator.language,
  };
}
