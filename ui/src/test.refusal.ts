import type { Mock } from 'vitest';
import type { Code } from './api/types/Code';
import type { Invalid } from './api/types/Invalid';

/** Refuses the next call of a command, and of no other: a screen asks for several things at once, in any order. */
export function refuse(invoke: Mock, command: string, code: Code, ...fields: Invalid[]) {
  const usual = invoke.getMockImplementation() ?? (() => undefined);
  invoke.mockImplementation((called: string, ...args: unknown[]) => {
    if (called !== command) return usual(called, ...args) as unknown;
    invoke.mockImplementation(usual);
    return Promise.reject(Object.assign(new Error(code), { code, fields }));
  });
}
