package io.keystonedb.sdk.enhanced;

import java.math.BigDecimal;

/** Something the Enhanced client has no converter for. */
public record Money(BigDecimal amount, String currency) {}
