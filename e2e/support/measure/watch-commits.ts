/** What this reads of React's own record of a component: the same in every build of React 19. */
interface Fiber {
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  /** The same component as it was drawn before; null when it is new. */
  readonly alternate: Fiber | null;
  readonly type: unknown;
  readonly memoizedProps: unknown;
  readonly stateNode: unknown;
}

interface Commit {
  /** The names of the inputs that were drawn anew. */
  readonly inputs: readonly string[];
}

declare global {
  interface Window {
    /** One for each time that React changed the page. */
    commits: Commit[];
    __REACT_DEVTOOLS_GLOBAL_HOOK__: unknown;
  }
}

/**
 * Runs in the page, before anything of it: notes every commit of React, by the way that its developer tools take.
 * What React left alone it did not copy; an input that it drew anew has new props. Says nothing by function names,
 * because it is carried into the page as text.
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
          if (fiber.stateNode instanceof HTMLInputElement && alternate?.memoizedProps !== fiber.memoizedProps)
            inputs.push(fiber.stateNode.name);
          // The very same child as before: nothing below was touched.
          if (alternate !== null && alternate.child === fiber.child) continue;
          for (let child = fiber.child; child !== null; child = child.sibling) left.push(child);
        }
        window.commits.push({ inputs });
      },
    },
  });
}
