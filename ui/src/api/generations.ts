import type { GenerationId } from './types/GenerationId';

export function isSame(one: GenerationId, other: GenerationId): boolean {
  return one.number === other.number && one.digest === other.digest;
}
