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
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  notice: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17z M12 7.500v5 M12 16v.4',
  edit: 'M5 19l1-4L16 5l3 3L9 18z M14 7l3 3',
  check: 'M5 12.500l4.500 4.500L19 7.500',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15z M10 20.500h4 M12 3.500V5',
  'bell-off':
    'M6 16.500V11c0-1 .2-1.900.6-2.700 M9.500 5.500A6 6 0 0 1 18 11v3.500 M15.500 18h-11L6 16.500 M10 20.500h4 M4 4l16 16',
  knowledge: 'M5 4.500h6.500v15H5z M11.500 4.500H18v15h-6.500z M14 8.500h2 M14 12h2',
  people:
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z M2.500 19.500c.6-3.500 3.200-5 6.500-5s5.900 1.500 6.500 5 M15.500 5a3.300 3.300 0 0 1 0 6.300 M17.500 14.900c2.300.5 3.700 2 4 4.600',
  page: 'M6.500 3.500h7.500l4 4v13H6.500z M13.500 4v4h4 M9.500 12h5 M9.500 15.500h5',
  right: 'M9.500 5.500L16 12l-6.500 6.500',
  plus: 'M12 5v14 M5 12h14',
  minus: 'M5 12h14',
  wall: 'M3.5 5h17v11h-17z M9 20h6 M12 16v4 M7.5 12.5v-2 M12 12.5v-4 M16.5 12.5v-3',
  handover: 'M4 8.5h11l-3-3 M15 8.5l-3 3 M20 15.5H9l3-3 M9 15.5l3 3',
  expand: 'M9 4H4v5 M15 4h5v5 M9 20H4v-5 M15 20h5v-5',
  print: 'M7 9V4h10v5 M7 17H4V9h16v8h-3 M7 14h10v6H7z',
  copy: 'M9 9h11v11H9z M15 9V4H4v11h5',
  reports: 'M4 4v16h16 M8 16.5v-5 M12 16.5v-9 M16 16.5v-6.500',
  week: 'M4 6h16v14H4z M4 10.500h16 M8.500 3.500v4 M15.500 3.500v4 M8 14h8 M8 17h5',
  download: 'M12 4v11 M7.500 11l4.500 4.500 4.500-4.500 M5 20h14',
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
