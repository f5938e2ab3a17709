/** A plan made while a table was empty must not scan the whole table later. */
const byIndex = 'SET enable_seqscan = off';

/**
 * The statements of a claim, as functions. PostgreSQL plans them once for each connection; planning them for every claim took longer than
 * running them. Code outside decides what a shelter allows and who sleeps where.
 */
export const holdFunctions: readonly string[] = [
  // Everything that is published about the beds of a service, read at one moment.
  `CREATE FUNCTION capacity.availability_of(service text) RETURNS json STABLE LANGUAGE plpgsql ${byIndex} AS $$
  BEGIN
    RETURN (SELECT json_build_object('service_id', s.service_id, 'organization_id', s.organization_id, 'country', s.country, 'active', s.active,
      'open', i.open, 'requires_acceptance', i.requires_acceptance, 'sequence', coalesce(a.sequence, 0),
      'awaited', EXISTS (SELECT FROM capacity.waiting w WHERE w.service_id = service AND w.state = 'WAITING'),
      'pools', (SELECT coalesce(json_agg(p ORDER BY p.name COLLATE "C", p.id), '[]') FROM capacity.bed_pool p
        WHERE p.service_id = service AND NOT p.closed))
    FROM capacity.service_ref s LEFT JOIN capacity.intake i USING (service_id) LEFT JOIN capacity.availability a USING (service_id)
    WHERE s.service_id = service);
  END $$`,

  // Gives the beds their next sequence. An earlier statement must have changed them.
  `CREATE FUNCTION capacity.next_availability(service text) RETURNS json LANGUAGE plpgsql AS $$
  BEGIN
    UPDATE capacity.availability a SET sequence = a.sequence + 1 WHERE a.service_id = service;
    RETURN capacity.availability_of(service);
  END $$`,

  // Nobody else changes the beds of the service until the transaction ends. The first lock inserts the row; a concurrent first lock waits
  // for that insert.
  `CREATE FUNCTION capacity.lock_beds(service text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM FROM capacity.availability a WHERE a.service_id = service FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      INSERT INTO capacity.availability AS a (service_id, sequence) SELECT s.service_id, 0 FROM capacity.service_ref s WHERE s.service_id = service
      ON CONFLICT (service_id) DO UPDATE SET sequence = a.sequence;
    END IF;
  END $$`,

  // The facts that a caller of the organization needs to ask for beds. Each statement sees everything that was committed before it, even
  // while it waited for the lock.
  `CREATE FUNCTION capacity.locked_shelter(service text, organization text) RETURNS json LANGUAGE plpgsql ${byIndex} AS $$
  DECLARE said capacity.intake;
    held integer := 0;
  BEGIN
    PERFORM capacity.lock_beds(service);
    SELECT * INTO said FROM capacity.intake i WHERE i.service_id = service;
    IF said.most_beds_per_organization IS NOT NULL THEN
      SELECT coalesce(sum(b.beds), 0) INTO held FROM capacity.hold h JOIN capacity.held_beds b ON b.hold_id = h.id
      WHERE h.service_id = service AND h.state = 'HELD' AND h.organization_id IS NOT DISTINCT FROM organization;
    END IF;
    RETURN json_build_object('availability', capacity.availability_of(service), 'already_held', held,
      'intake', CASE WHEN said.service_id IS NOT NULL THEN row_to_json(said) END,
      'some_are_over', EXISTS (SELECT FROM capacity.hold h WHERE h.service_id = service AND h.state = 'HELD'
        AND least(h.expires_at, h.accept_by) <= (SELECT clock_timestamp())));
  END $$`,

  // Takes the beds, all or none: each pool gives only beds that are free right now, and the hold is stored only with all of them.
  `CREATE FUNCTION capacity.claim_beds(given jsonb) RETURNS json LANGUAGE plpgsql ${byIndex} AS $$
  DECLARE this_hold uuid := given->>'id';
    service text := given->>'serviceId';
    worker text := given->'holder'->>'subject';
    began timestamptz := date_trunc('milliseconds', clock_timestamp());
    complete boolean;
    made capacity.hold;
  BEGIN
    WITH wanted AS (SELECT (w->>'poolId')::uuid AS pool_id, (w->>'beds')::integer AS beds FROM jsonb_array_elements(given->'beds') w),
      changed AS (UPDATE capacity.bed_pool p SET held = p.held + w.beds, version = p.version + 1 FROM wanted w
        WHERE p.id = w.pool_id AND p.service_id = service AND NOT p.closed AND p.occupied::bigint + p.held + p.out_of_service + w.beds <= p.total
        RETURNING p.*),
      history AS (INSERT INTO capacity.occupancy_change (pool_id, version, service_id, at, total, occupied, held, out_of_service, subject)
        SELECT id, version, service_id, began, total, occupied, held, out_of_service, worker FROM changed),
      taken AS (INSERT INTO capacity.held_beds (hold_id, pool_id, beds)
        SELECT this_hold, w.pool_id, w.beds FROM wanted w JOIN changed c ON c.id = w.pool_id RETURNING pool_id)
    SELECT (SELECT count(*) FROM taken) = (SELECT count(*) FROM wanted) INTO complete;
    IF NOT complete THEN RAISE EXCEPTION 'Beds that were free under the lock of their service were not there to take'; END IF;
    INSERT INTO capacity.hold (id, service_id, state, subject, organization_id, case_reference, party, asks, created_at, expires_at, accept_by, version)
    VALUES (this_hold, service, 'HELD', worker, given->'holder'->>'organizationId', given->>'caseReference', given->'party', given->'asks', began,
      began + make_interval(mins => (given->>'minutes')::integer), began + make_interval(mins => (given->>'acceptanceMinutes')::integer), 1)
    RETURNING * INTO made;
    INSERT INTO capacity.hold_change (hold_id, version, state, at, subject) VALUES (made.id, 1, made.state, began, worker);
    RETURN (SELECT json_build_object('created_at', made.created_at, 'expires_at', made.expires_at, 'accept_by', made.accept_by,
      'shelter', s.organization_id) FROM capacity.service_ref s WHERE s.service_id = service);
  END $$`,
];
