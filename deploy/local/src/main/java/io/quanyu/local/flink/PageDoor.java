package io.quanyu.local.flink;

import io.quanyu.door.Door;
import io.quanyu.door.Door.Answer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.io.network.netty.InboundChannelHandlerFactory;
import org.apache.flink.shaded.netty4.io.netty.buffer.Unpooled;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelFutureListener;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandler;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelHandlerContext;
import org.apache.flink.shaded.netty4.io.netty.channel.ChannelInboundHandlerAdapter;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.DefaultFullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.FullHttpResponse;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaderNames;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpHeaders;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpMethod;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpRequest;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpResponseStatus;
import org.apache.flink.shaded.netty4.io.netty.handler.codec.http.HttpVersion;
import org.apache.flink.shaded.netty4.io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/** Stands before Flink's page: lets users of this machine look, and nobody change anything. */
final class PageDoor extends ChannelInboundHandlerAdapter {

    /** Folder of the passwords. */
    static final ConfigOption<String> PASSWORDS =
            ConfigOptions.key("quanyu.page.passwords").stringType().noDefaultValue();

    private static final Set<HttpMethod> LOOKING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final Door door;
    private boolean closed;

    PageDoor(Door door) {
        this.door = door;
    }

    /** Makes it; Flink finds this class by its name in META-INF/services. */
    public static final class Factory implements InboundChannelHandlerFactory {

        @Override
        public int priority() {
            return 0;
        }

        @Override
        public Optional<ChannelHandler> createHandler(Configuration configuration, Map<String, String> headers) {
            String passwords = configuration
                    .getOptional(PASSWORDS)
                    .orElseThrow(() -> new IllegalArgumentException(PASSWORDS.key() + " is not set"));
            return Optional.of(new PageDoor(new Door(Path.of(passwords))));
        }
    }

    private record Refusal(HttpResponseStatus status, String why) {}

    @Override
    public void channelRead(ChannelHandlerContext channel, Object message) {
        Optional<Refusal> refusal = message instanceof HttpRequest request
                ? refusal(request.method(), request.headers())
                : Optional.empty();
        if (refusal.isEmpty() && !closed) {
            channel.fireChannelRead(message);
            return;
        }
        closed = true;
        ReferenceCountUtil.release(message);
        refusal.ifPresent(told -> tell(channel, told));
    }

    private static void tell(ChannelHandlerContext channel, Refusal refusal) {
        Future<?> unused = channel.writeAndFlush(response(refusal)).addListener(ChannelFutureListener.CLOSE);
    }

    private Optional<Refusal> refusal(HttpMethod method, HttpHeaders headers) {
        Answer answer = door.answer(
                only(headers, HttpHeaderNames.HOST),
                only(headers, HttpHeaderNames.ORIGIN),
                only(headers, HttpHeaderNames.AUTHORIZATION));
        if (answer instanceof Answer.Foreign foreign) {
            return Optional.of(new Refusal(HttpResponseStatus.FORBIDDEN, foreign.why()));
        }
        if (answer instanceof Answer.Unknown unknown) {
            return Optional.of(new Refusal(HttpResponseStatus.UNAUTHORIZED, unknown.why()));
        }
        return LOOKING.contains(method)
                ? Optional.empty()
                : Optional.of(new Refusal(
                        HttpResponseStatus.METHOD_NOT_ALLOWED,
                        "This page only shows: jobs are changed with ./quanyu rebuild and ./quanyu down"));
    }

    /** A header that stands there twice is none that anybody accepts. */
    private static @Nullable String only(HttpHeaders headers, CharSequence name) {
        return headers.contains(name) ? String.join(", ", headers.getAll(name)) : null;
    }

    private static FullHttpResponse response(Refusal refusal) {
        byte[] words = (refusal.why() + "\n").getBytes(StandardCharsets.UTF_8);
        var response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, refusal.status(), Unpooled.wrappedBuffer(words));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "text/plain; charset=utf-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, words.length)
                .set(HttpHeaderNames.CONNECTION, "close");
        if (refusal.status().equals(HttpResponseStatus.UNAUTHORIZED)) {
            response.headers().set(HttpHeaderNames.WWW_AUTHENTICATE, "Basic realm=\"Quanyu\", charset=\"UTF-8\"");
        }
        return response;
    }
}
