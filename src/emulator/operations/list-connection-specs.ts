import { jsonAnswer } from '../answer.ts';
import { connectionSpecs } from '../connection-specs.ts';
import type { Operation } from '../operation.ts';

/** `GET /connectionSpecs` (OAS-S). */
export const listConnectionSpecs: Operation = () => ({ answer: jsonAnswer(200, { items: connectionSpecs }) });
