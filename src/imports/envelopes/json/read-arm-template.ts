import * as z from 'zod/mini';
import { refuse } from '../../../sources/overlay.ts';
import type { Source } from '../../../sources/source.ts';
import { findLinkedSource } from '../../../sources/linked-services.ts';
import { type ReadingResult, joinFindings } from '../../reading.ts';
import { readDataFactory } from './read-data-factory.ts';

const label = 'Azure Resource Manager template';

/** A template, with the resources that may contain others (ADF). */
const template = z.object({ resources: z.array(z.unknown()) });
const linkedService = z.object({
  type: z.string().check(z.regex(/linkedservices$/i)),
  properties: z.object({ type: z.string() }),
});
const nested = z.object({
  resources: z.optional(z.array(z.unknown())),
  properties: z.optional(z.object({ template: z.optional(template) })),
});

/** Opens a template of Azure Resource Manager, and reads the linked service of the source in it. */
export function readArmTemplate(value: unknown, source: Source): ReadingResult {
  const result = template.safeParse(value);
  if (!result.success) return null;
  const resources = [...result.data.resources];
  // The loop adds to the list, because a resource may contain others.
  for (const resource of resources) {
    const inner = nested.safeParse(resource);
    if (inner.success)
      resources.push(...(inner.data.resources ?? []), ...(inner.data.properties?.template?.resources ?? []));
  }
  const services = resources.filter((resource) => linkedService.safeParse(resource).success);
  const own = services.filter(
    (service) => findLinkedSource(linkedService.parse(service).properties.type) === source.slug,
  );
  if (own.length === 0) {
    return refuse(
      label,
      `This template has no ${source.shortName} linked service. Paste the one for ${source.shortName}.`,
    );
  }
  const readings = own.flatMap((service) => {
    const read = readDataFactory(service, source);
    return read === null || read.kind === 'refused' ? [] : [read];
  });
  const others = resources.length - own.length;
  const all = joinFindings(readings);
  const skipped = others === 0 ? [] : ['The other resources of the template were skipped.'];
  return { kind: 'arm-template', ...all, notes: [...all.notes, ...skipped] };
}
