/**
 * The editor would make policies of its own that let any text through. Without them its markup and the addresses of its workers go
 * through the page's one policy.
 */
export function denyEditorPolicies(): void {
  const scope = globalThis as { MonacoEnvironment?: object };
  scope.MonacoEnvironment = { ...scope.MonacoEnvironment, createTrustedTypesPolicy: () => undefined };
}
