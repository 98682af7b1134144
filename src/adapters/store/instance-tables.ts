/** The tables that instances share. */
export interface InstanceTables {
  readonly leases: LeasesTable;
  readonly asked_rates: AskedRatesTable;
}

/** Who does what only one may do; primary key name. */
interface LeasesTable {
  readonly name: string;
  readonly holder: string;
  readonly until: string;
}

/** How often somebody asked within a window; `ends` in milliseconds since 1970. */
interface AskedRatesTable {
  readonly key: string;
  readonly hits: number;
  readonly ends: number;
}
