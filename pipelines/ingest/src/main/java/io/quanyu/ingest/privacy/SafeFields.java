package io.quanyu.ingest.privacy;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The fields of platforms whose values may stand in dead letters: kinds, states, times, versions, and the platform's own ids
 * of payloads, orders and cases. A value must have the form of such a field as well, for anything can stand in any field.
 */
final class SafeFields {

    private static final Set<String> NAMES = names(
            // what it is
            "type tag event changetype infotype updatedetail action msgtype mode test success",
            // how it stands
            "status order_status main_status refund_status aftersale_status after_sale_status aftersale_type after_sale_type",
            "refund_type refund_state close_type pay_type order_type errcode err_no code",
            // which one it is
            "id tid oid oids p_id s_id s_ids order_id shop_order_id sub_order_id refund_id aftersale_id after_sale_id related_id",
            "msgid msg_id pre_msgid request_id chat_id kdt_id root_kdt_id node_kdt_id shop_id item_id sku_id product_id",
            "config_id link_id scan_id cdp_project_id cdp_promotion_id project_id promotion_id material_id seq version",
            // when it was
            "created created_at update_time updated_at pay_time create_time createtime close_time cancel_time complete_time",
            "ship_time finish_time success_time apply_time agree_time refuse_time return_time modify_time modified msgtime",
            "timestamp at scanned_at join_time stat_time_day stat_time_hour time",
            // how much it is
            "payment total_fee post_fee refund_fee refunded_fee price discount_price num item_num quantity pay_amount",
            "order_amount post_amount promotion_amount total_amount refund_amount real_refund_amount refund_total_amount",
            "stat_cost stat_cost_fen show_cnt click_cnt convert_cnt lines");

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9_.:+-]{1,64}|\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d");

    private SafeFields() {}

    static boolean allow(String field, String value) {
        return NAMES.contains(field.toLowerCase(Locale.ROOT))
                && FORM.matcher(value).matches()
                && PersonalId.in(value).isEmpty();
    }

    private static Set<String> names(String... lists) {
        Set<String> names = new HashSet<>();
        Arrays.stream(lists).forEach(list -> names.addAll(Arrays.asList(list.split(" "))));
        return names;
    }
}
