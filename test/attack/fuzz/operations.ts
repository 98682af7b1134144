import type { Http } from '../../../src/adapters/http.ts';

/** A JSON Schema, as far as the API's description uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

interface Described {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** One operation of the API's description. */
export interface Operation {
  /** `POST /api/talks/{talk}/messages` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: readonly Parameter[];
  /** What its body may be, by type; none where it takes no body. */
  readonly bodies: Readonly<Record<string, Schema>>;
  readonly statuses: readonly number[];
  /** The types of a successful answer. */
  readonly types: readonly string[];
}

export interface Api {
  readonly operations: readonly Operation[];
  /** A schema with the reference at its top followed. */
  readonly resolved: (schema: Schema) => Schema;
}

export async function describedApi(app: Http): Promise<Api> {
  const { paths, components } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Described>>;
    components: { schemas: Record<string, Schema> };
  }>();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      query: parameters.filter((one) => one.in === 'query'),
      bodies: Object.fromEntries(Object.entries(requestBody?.content ?? {}).map(([type, one]) => [type, one.schema])),
      statuses: Object.keys(responses).map(Number),
      types: Object.entries(responses).flatMap(([status, { content = {} }]) =>
        Number(status) < 300 ? Object.keys(content) : [],
      ),
    })),
  );
  const resolved = (schema: Schema): Schema => {
    const found = schema.$ref === undefined ? schema : components.schemas[schema.$ref.split('/').at(-1) ?? ''];
    if (!found) throw new Error(`${schema.$ref} is not described`);
    return found;
  };
  return { operations, resolved };
}
