/** The used part of React's internal component record. It is the same in every build of React 19. */
interface Fiber {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  /** The record of the previous render, or null for a new component. */
  readonly alternate: Fiber | null;
  readonly type: unknown;
  readonly memoizedProps: unknown;
  readonly stateNode: unknown;
}

interface Commit {
  /** The names of the inputs and text areas that were rendered again. */
  readonly inputs: readonly string[];
}

declare global {
  interface Window {
    /** One entry for each commit of React. */
    commits: Commit[];
    __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown;
  }
}

/**
 * Runs in the page before its own scripts. Records every commit of React through the hook of its developer tools.
 * React does not copy unchanged components, and an input that it renders again has new props. The code uses no
 * function names, because it is passed to the page as text.
 */
export function watchCommits() {
  window.commits = [];
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      supportsFiber: true,
      inject: () => 1,
      onCommitFiberUnmount: () => undefined,
      onCommitFiberRoot: (_renderer: number, root: { readonly current: Fiber }) => {
        const inputs: string[] = [];
        const left = [root.current];
        for (let fiber = left.pop(); fiber !== undefined; fiber = left.pop()) {
          const { alternate } = fiber;
          const { stateNode } = fiber;
          const isInput = stateNode instanceof HTMLInputElement || stateNode instanceof HTMLTextAreaElement;
          if (isInput && alternate?.memoizedProps !== fiber.memoizedProps) inputs.push(stateNode.name);
          // If the child is the same object, nothing below was rendered.
          if (alternate !== null && alternate.child === fiber.child) continue;
          for (let child = fiber.child; child !== null; child = child.sibling) left.push(child);
        }
        window.commits.push({ inputs });
      },
    },
  });
}
