/** Parsed YAML or JSON whose shape the test asserts. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- manifests have hundreds of shapes; the schemas judge them
export type Tree = any;

/** An object for the Kubernetes API. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Readonly<Record<string, string>> };
  readonly [field: string]: Tree;
}

/** A readable name of the object. */
export const nameOf = ({ kind, metadata }: Manifest): string => `${kind}/${metadata.name}`;

/** Whether labels match a Kubernetes label selector. */
export function selects(selector: Tree, labels: Readonly<Record<string, string>>): boolean {
  const equal = Object.entries(selector?.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return equal && (selector?.matchExpressions ?? []).every((expression: Tree) => meets(expression, labels));
}

function meets({ key, operator, values }: Tree, labels: Readonly<Record<string, string>>): boolean {
  if (operator === 'Exists') return key in labels;
  if (operator === 'In') return values.includes(labels[key]);
  throw new Error(`The check does not know the operator ${operator}.`);
}
