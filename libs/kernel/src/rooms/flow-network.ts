/** A network of arcs with capacity and cost. It finds the cheapest flow by repeated cheapest paths. */
export class FlowNetwork {
  /** Arcs checked so far: the cost of the search. */
  work = 0;
  private arcs = 0;
  private readonly first: Int32Array;
  private readonly next: Int32Array;
  private readonly to: Int32Array;
  private readonly left: Int32Array;
  private readonly cost: Int32Array;
  private readonly price: Float64Array;
  private readonly by: Int32Array;
  private readonly waits: Uint8Array;

  constructor(nodes: number, mostArcs: number) {
    this.first = new Int32Array(nodes).fill(-1);
    this.by = new Int32Array(nodes);
    this.price = new Float64Array(nodes);
    this.waits = new Uint8Array(nodes);
    this.next = new Int32Array(2 * mostArcs);
    this.to = new Int32Array(2 * mostArcs);
    this.left = new Int32Array(2 * mostArcs);
    this.cost = new Int32Array(2 * mostArcs);
  }

  /** Returns the number of the arc; the next number is its reverse. */
  add(from: number, to: number, capacity: number, cost = 0): number {
    this.half(from, to, capacity, cost);
    return this.half(to, from, 0, -cost) - 1;
  }

  private half(from: number, to: number, capacity: number, cost: number): number {
    const arc = this.arcs++;
    this.to[arc] = to;
    this.left[arc] = capacity;
    this.cost[arc] = cost;
    this.next[arc] = this.first[from]!;
    return (this.first[from] = arc);
  }

  /** The remaining capacity of an arc. */
  room(arc: number): number {
    return this.left[arc]!;
  }

  /** Sends one unit along an arc. */
  use(arc: number): void {
    this.left[arc]! -= 1;
    this.left[arc ^ 1]! += 1;
  }

  /** Sends one unit the cheapest way. Returns its cost, or null if there is no way. */
  send(source: number, sink: number): number | null {
    this.findCheapest(source);
    if (this.price[sink] === Infinity) return null;
    for (let node = sink; node !== source; node = this.to[this.by[node]! ^ 1]!) this.use(this.by[node]!);
    return this.price[sink]!;
  }

  /** Bellman-Ford with a queue, because costs may be negative on the way back. */
  private findCheapest(source: number): void {
    const { first, next, to, left, cost, price, by, waits } = this;
    price.fill(Infinity);
    price[source] = 0;
    const queue = [source];
    for (let at = 0; at < queue.length; at += 1) {
      const node = queue[at]!;
      waits[node] = 0;
      for (let arc = first[node]!; arc !== -1; arc = next[arc]!) {
        this.work += 1;
        const target = to[arc]!;
        const cheaper = price[node]! + cost[arc]!;
        if (left[arc] === 0 || cheaper >= price[target]!) continue;
        price[target] = cheaper;
        by[target] = arc;
        if (waits[target] === 0) {
          // A cheaper node goes before the next one, so it is visited less often.
          if (at + 1 < queue.length && cheaper < price[queue[at + 1]!]!) queue[at--] = target;
          else queue.push(target);
        }
        waits[target] = 1;
      }
    }
  }
}
