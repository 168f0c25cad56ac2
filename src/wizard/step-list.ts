/** The steps in their order; a step's position is its place in this array. */
export const steps = [
  { id: 'platform', path: '/connect/platform', heading: 'Experience Platform' },
  { id: 'source', path: '/connect/phoenix', heading: 'Phoenix' },
  { id: 'review', path: '/connect/review', heading: 'Review' },
] as const;

export type StepId = (typeof steps)[number]['id'];

export function stepPosition(id: StepId): number {
  return steps.findIndex((step) => step.id === id);
}
