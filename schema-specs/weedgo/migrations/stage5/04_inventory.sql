-- Stage 5, functions: inventory and purchasing.

create or replace function check_inventory_exists(p_sku varchar, p_batch_lot varchar) returns boolean
    language sql stable
    set search_path = pg_catalog, public, pg_temp
as $$
    select exists (
        select
        from ocs_inventory
        where lower(trim(sku)) = lower(trim(p_sku)) and batch_lot is not distinct from p_batch_lot);
$$;

create or replace function update_inventory_timestamp() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

create or replace function update_inventory_movements_updated_at() returns trigger
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
begin
    new.updated_at := current_timestamp;
    return new;
end
$$;

-- Makes a purchase order of what a supplier has announced in one session. What is announced is taken once.
create or replace function process_asn_to_purchase_order(
    p_session_id varchar, p_po_number varchar, p_supplier_id uuid, p_expected_date date, p_notes text default null)
    returns uuid
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    announced record;
    made      uuid;
begin
    -- Locked first, and by the smallest id first, so that two calls for one session do not both take the rows.
    perform from asn_import_staging
    where session_id = p_session_id and processed_at is null
    order by id
    for update;

    select min(tenant_id::text)::uuid as tenant_id, min(store_id::text)::uuid as store_id, count(distinct store_id) as stores,
           min(vendor) as vendor, min(shipment_id) as shipment_id, min(container_id) as container_id,
           sum(shipped_qty * unit_price) as total
    into announced
    from asn_import_staging
    where session_id = p_session_id and processed_at is null;

    if announced.tenant_id is null then
        raise exception 'nothing is announced in session %', p_session_id using errcode = 'no_data_found';
    end if;
    if announced.stores > 1 then
        raise exception 'session % is for % stores', p_session_id, announced.stores
            using errcode = 'cardinality_violation', hint = 'Import the notice of each store in a session of its own.';
    end if;

    insert into purchase_orders (
        po_number, tenant_id, store_id, supplier_id, expected_date, status, total_amount, notes, vendor, shipment_id,
        container_id)
    values (
        p_po_number, announced.tenant_id, announced.store_id, p_supplier_id, p_expected_date, 'pending', announced.total,
        p_notes, announced.vendor, announced.shipment_id, announced.container_id)
    returning id into made;

    insert into purchase_order_items (
        purchase_order_id, sku, item_name, quantity_ordered, shipped_qty, unit_cost, line_total, vendor, brand, case_gtin,
        each_gtin, gtin_barcode, batch_lot, packaged_on_date, uom, uom_conversion, uom_conversion_qty, exists_in_inventory)
    select made, sku, item_name, shipped_qty, shipped_qty, unit_price, shipped_qty * unit_price, vendor, brand, case_gtin,
           each_gtin, gtin_barcode, batch_lot, packaged_on_date, uom, uom_conversion, uom_conversion_qty,
           check_inventory_exists(sku, batch_lot)
    from asn_import_staging
    where session_id = p_session_id and processed_at is null;

    update asn_import_staging
    set processed_at = current_timestamp
    where session_id = p_session_id and processed_at is null;
    return made;
end
$$;

-- Takes in what has come of an order. p_items: [{"item_id": …, "quantity": …}]. Stock, batch and the log of stock move
-- together; more than was ordered is refused.
create or replace function process_purchase_order_receipt(p_po_id uuid, p_items jsonb) returns jsonb
    language plpgsql
    set search_path = pg_catalog, public, pg_temp
as $$
declare
    purchase purchase_orders;
    come     record;
    item     purchase_order_items;
    balance  integer;
    lines    integer := 0;
    units    integer := 0;
    open     integer;
begin
    select purchase_orders.* into purchase from purchase_orders where purchase_orders.id = p_po_id for update;
    if not found then
        raise exception 'there is no purchase order %', p_po_id using errcode = 'no_data_found';
    end if;
    if purchase.status in ('received', 'cancelled') then
        raise exception 'purchase order % is %', purchase.po_number, purchase.status using errcode = 'object_not_in_prerequisite_state';
    end if;
    if purchase.store_id is null then
        raise exception 'purchase order % names no store', purchase.po_number using errcode = 'not_null_violation';
    end if;

    for come in
        select (entry ->> 'item_id')::uuid as item_id, (entry ->> 'quantity')::integer as quantity
        from jsonb_array_elements(p_items) as entry
        order by 1
    loop
        update purchase_order_items
        set quantity_received = purchase_order_items.quantity_received + come.quantity, updated_at = current_timestamp
        where purchase_order_items.id = come.item_id
          and purchase_order_items.purchase_order_id = p_po_id
          and come.quantity > 0
          and purchase_order_items.quantity_received + come.quantity <= purchase_order_items.quantity_ordered
        returning purchase_order_items.* into item;
        if not found then
            raise exception 'item % of purchase order % cannot take in %', come.item_id, purchase.po_number, come.quantity
                using errcode = 'check_violation';
        end if;

        insert into ocs_inventory as stock (
            store_id, sku, product_name, quantity_on_hand, quantity_available, unit_cost, batch_lot, case_gtin, each_gtin,
            gtin_barcode, packaged_on_date, brand, vendor, last_restock_date)
        values (
            purchase.store_id, item.sku, item.item_name, come.quantity, come.quantity, item.unit_cost, item.batch_lot,
            item.case_gtin, item.each_gtin, item.gtin_barcode, item.packaged_on_date, item.brand, item.vendor,
            current_timestamp)
        on conflict (store_id, sku) do update
        set quantity_on_hand   = coalesce(stock.quantity_on_hand, 0) + excluded.quantity_on_hand,
            quantity_available = coalesce(stock.quantity_available, 0) + excluded.quantity_available,
            unit_cost          = excluded.unit_cost,
            batch_lot          = excluded.batch_lot,
            last_restock_date  = excluded.last_restock_date
        returning stock.quantity_on_hand into balance;

        if item.batch_lot is not null then
            insert into batch_tracking as batch (
                store_id, sku, batch_lot, purchase_order_id, quantity_received, quantity_remaining, unit_cost, case_gtin,
                each_gtin, gtin_barcode, packaged_on_date)
            values (
                purchase.store_id, item.sku, item.batch_lot, p_po_id, come.quantity, come.quantity, item.unit_cost,
                item.case_gtin, item.each_gtin, item.gtin_barcode, item.packaged_on_date)
            on conflict (batch_lot) do update
            set quantity_received  = batch.quantity_received + excluded.quantity_received,
                quantity_remaining = batch.quantity_remaining + excluded.quantity_remaining;
        end if;

        insert into ocs_inventory_transactions (
            store_id, sku, transaction_type, quantity, unit_cost, running_balance, batch_lot, reference_id)
        values (
            purchase.store_id, item.sku, 'purchase', come.quantity, item.unit_cost, balance, item.batch_lot, p_po_id);
        lines := lines + 1;
        units := units + come.quantity;
    end loop;

    select count(*) into open
    from purchase_order_items
    where purchase_order_items.purchase_order_id = p_po_id
      and purchase_order_items.quantity_received < purchase_order_items.quantity_ordered;
    update purchase_orders
    set status = case when open = 0 then 'received' when units > 0 then 'partial' else status end,
        received_date = case when open = 0 then current_timestamp else received_date end,
        updated_at = current_timestamp
    where purchase_orders.id = p_po_id
    returning status into purchase.status;
    return jsonb_build_object('purchase_order_id', p_po_id, 'lines', lines, 'units', units, 'status', purchase.status);
end
$$;

-- Takes in all that is still to come.
create or replace function receive_purchase_order(p_po_id uuid) returns jsonb
    language sql
    set search_path = pg_catalog, public, pg_temp
as $$
    select process_purchase_order_receipt(
        p_po_id,
        coalesce(
            (select jsonb_agg(jsonb_build_object('item_id', id, 'quantity', quantity_ordered - quantity_received))
             from purchase_order_items
             where purchase_order_id = p_po_id and quantity_received < quantity_ordered),
            '[]'));
$$;
