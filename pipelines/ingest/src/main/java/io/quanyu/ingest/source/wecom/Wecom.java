package io.quanyu.ingest.source.wecom;

import io.quanyu.ingest.door.Platform;
import io.quanyu.ingest.door.Source;
import io.quanyu.ingest.file.Cut;
import java.util.List;

/** WeCom. */
public final class Wecom implements Platform {

    @Override
    public String name() {
        return WecomIds.PLATFORM;
    }

    @Override
    public String chineseName() {
        return "企业微信";
    }

    @Override
    public List<Source> sources() {
        return List.of(
                new Source("wecom-contact", CallbackFiles::cut, WecomContactAdapter::new),
                new Source("wecom-contact-way", Cut.DOCUMENT, phones -> new WecomContactWayAdapter()),
                new Source("wecom-chat", Cut.DOCUMENT, phones -> new WecomChatAdapter()));
    }
}
