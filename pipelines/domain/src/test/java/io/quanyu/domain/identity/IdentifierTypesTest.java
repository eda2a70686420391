package io.quanyu.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quanyu.domain.identity.IdentifierType.Names;
import io.quanyu.domain.identity.IdentityPolicy.Rule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTypesTest {

    private static final IdentityPolicy POLICY = IdentityPolicy.standard();

    @ParameterizedTest
    @CsvSource({
        "external_userid, ACCOUNT, wecom",
        "unionid, ACCOUNT, wechat",
        "openid, ACCOUNT, wechat",
        "yz_open_id, ACCOUNT, youzan",
        "doudian_open_id, ACCOUNT, douyin",
        "pos_member, ACCOUNT, pos",
        "phone, TRACE,",
        "order, TRACE,",
        "payment, TRACE,",
        "visit, TRACE, scan",
        "project, THING,",
        "live_code, THING,",
        "room, THING,",
        "operator, THING,",
        "taobao_nick, ACCOUNT,"
    })
    void aTypeNamesAnAccountATraceOrAThing(String type, Names names, String platform) {
        assertThat(IdentifierTypes.of(type).names()).isEqualTo(names);
        assertThat(IdentifierTypes.platformOf(type).orElse(null)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({
        "external_userid, true, 0, 2147483647, 1, 2147483647, false",
        "unionid, true, 0, 2147483647, 1, 2147483647, false",
        "openid, true, 0, 2147483647, 1, 2147483647, false",
        "yz_open_id, true, 0, 2147483647, 2147483647, 2147483647, false",
        "pos_member, true, 0, 2147483647, 2147483647, 2147483647, false",
        "taobao_nick, true, 0, 2147483647, 2147483647, 2147483647, false",
        "phone, false, 2, 5, 2147483647, 10, false",
        "order, false, 1, 2147483647, 2147483647, 2147483647, true",
        "payment, false, 3, 3, 2147483647, 2147483647, false",
        "visit, false, 3, 5, 2147483647, 2147483647, true"
    })
    void theStandardPolicyCountsThemAsTheTableSays(
            String type,
            boolean account,
            int anchorRank,
            int accountCap,
            int perPerson,
            int perAccount,
            boolean ofOneOfAKind) {
        assertThat(POLICY.type(type))
                .isEqualTo(
                        new IdentityPolicy.Type(account, anchorRank, accountCap, perPerson, perAccount, ofOneOfAKind));
    }

    @Test
    void theTypeIsTheHeadOfAnIdentifiersText() {
        assertThat(IdentifierTypes.ofText("visit|scan:shop1|v-1")).isEqualTo(IdentifierTypes.of("visit"));
        assertThat(IdentifierTypes.ofText("visit")).isEqualTo(IdentifierTypes.of("visit"));
    }

    /** So a phone that is shown as somebody's may also join them, and none that may join is hidden. */
    @Test
    void exactlyTheLinksOfOthersNeverJoin() {
        for (Map.Entry<String, Rule> rule : POLICY.rules().entrySet()) {
            assertThat(Links.isOfOthers(rule.getKey()))
                    .as(rule.getKey())
                    .isEqualTo(rule.getValue().trust() == Trust.NEVER);
        }
        assertThat(POLICY.rules()).containsKeys(Links.RECEIVER_PHONE, Links.HOUSEHOLD);
    }
}
