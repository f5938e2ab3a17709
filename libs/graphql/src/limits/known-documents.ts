import type { DocumentNode } from 'graphql';

const documentsMaximum = 300;
const lengthMaximum = 10_000;

/** Validated documents, by their text: a client sends the same ones again and again. */
export class KnownDocuments {
  private readonly known = new Map<string, DocumentNode>();

  get(query: string): DocumentNode | undefined {
    return this.known.get(query);
  }

  /** Keeps the last few hundred documents of usual length. */
  add(query: string, document: DocumentNode): void {
    if (query.length > lengthMaximum) return;
    this.known.set(query, document);
    // The oldest comes first.
    if (this.known.size > documentsMaximum) this.known.delete(this.known.keys().next().value!);
  }
}
