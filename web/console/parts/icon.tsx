const PATHS = {
  talks: 'M4 5h16v11H9l-4 3.5V16H4z M8 9h8 M8 12h5',
  tickets: 'M4 13l2.5-8h11L20 13v6H4z M4 13h5l1 2.5h4l1-2.5h5',
  closed: 'M4 5h16v4H4z M5.5 9v10.5h13V9 M10 13h4',
  web: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z M3.5 12h17 M12 3.5c5 5.5 5 11.5 0 17 M12 3.5c-5 5.5-5 11.5 0 17',
  wechat:
    'M9.5 4.5c-3.6 0-6.5 2.3-6.5 5.2 0 1.700 1 3.200 2.500 4.100L5 16l2.400-1.200c.7.1 1.400.2 2.100.2 3.600 0 6.500-2.300 6.500-5.300S13.100 4.500 9.500 4.500z M16.500 10.500c2.600.3 4.500 2 4.500 4.200 0 1.300-.7 2.400-1.800 3.200l.3 1.900-2.100-1c-3 .4-5.400-.7-6.300-2.700',
  wecom: 'M4 8h16v11H4z M9 8V5h6v3 M4 13h16',
  dingtalk: 'M8 3.500l8 3.500-2 5h3l-6.500 8.500 1.500-6H8.500l1.500-3.500z',
  terminal: 'M3.500 5h17v14h-17z M7 9.500l2.500 2.500L7 14.500 M12 15h4.500',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z M12 7.500V12l3 2',
  warn: 'M12 4l9 15.500H3z M12 10v4 M12 16.600v.4',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z M4.500 20.500c.7-4 3.700-6 7.500-6s6.800 2 7.500 6',
  back: 'M14.500 5l-7 7 7 7',
  moon: 'M20 14A8.500 8.500 0 0 1 10 4a8.500 8.500 0 1 0 10 10z',
  sun: 'M12 7.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.400 1.400 M17.600 17.600L19 19 M5 19l1.400-1.400 M17.600 6.400L19 5',
  keyboard: 'M3 6h18v12H3z M6.500 10h.1 M10 10h.1 M13.500 10h.1 M17 10h.1 M8 14h8',
  more: 'M5.500 12h.1 M12 12h.1 M18.500 12h.1',
  bot: 'M5 8.500h14v10H5z M12 8.500V5 M9 13h.1 M15 13h.1 M2.500 12v3 M21.500 12v3',
  lock: 'M6 10.500h12v9H6z M8.500 10.500V8a3.500 3.500 0 0 1 7 0v2.500',
  picture: 'M4 5h16v14H4z M4 16l4.500-4.500 4 4 2.500-2.500 5 4.500 M15.500 9h.1',
  transfer: 'M4 8.500h14l-3-3 M20 15.500H6l3 3',
  returned: 'M9 6l-5 5 5 5 M4.500 11H15a5 5 0 0 1 5 5v2',
  card: 'M5 3.500h14v17H5z M8.500 8h7 M8.500 12h7 M8.500 16h4',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13z M15.500 15.500L20 20',
  close: 'M6 6l12 12 M18 6L6 18',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon of 20 px; the words beside it say what it means. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

export function channelIcon(channel: string): IconName {
  return channel === 'wechat' || channel === 'wecom' || channel === 'dingtalk' || channel === 'terminal'
    ? channel
    : 'web';
}
