import { fileIn, isThere, openStore, type StorePlace } from '../adapters/store/open-store.ts';
import type { SqlStore } from '../adapters/store/sql-store.ts';

/** The store of the service. What only looks at it makes none: says where it was looked for, and ends with 1, where there is none. */
export async function storeThere(place: StorePlace): Promise<SqlStore> {
  if (isThere(place)) return openStore(place);
  console.error(
    `没有找到 ${fileIn(place.dataDir)}：服务还没有在这里启动过，或者数据在别处。请核对 DATA_DIR；用 systemd 安装的，请用 sudo beian 来运行。`,
  );
  return process.exit(1);
}
