/**
 * Stops the editor from creating its own Trusted Types policies, which would allow any text. Its markup and worker addresses then pass the
 * page's one policy.
 */
export function denyEditorPolicies(): void {
  const scope = globalThis as { MonacoEnvironment?: object };
  scope.MonacoEnvironment = { ...scope.MonacoEnvironment, createTrustedTypesPolicy: () => undefined };
}
