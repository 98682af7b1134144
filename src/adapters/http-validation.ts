import { validatorCompiler as byZod } from 'fastify-type-provider-zod';
import { HttpError } from './http-error.ts';

/**
 * Checks a part of a request by its zod schema. zod 4 compares the `length` of what is no text either, and throws where
 * somebody made that an object: such a request is refused like any other that does not fit.
 */
export const validatorCompiler: typeof byZod = (route) => {
  const validate = byZod(route);
  return (data: unknown) => {
    try {
      return validate(data);
    } catch (cause) {
      return { error: new HttpError(400, 'bad-request', '请求里的内容不对，请检查后再发。', { cause }) };
    }
  };
};
